import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@selvedge/stack'

/** The worker's port: the remembered one while it is free, so that Inngest finds the worker where it was. */
export const workerPort = async (stackDir: string): Promise<number> => {
  const file = join(stackDir, 'worker-port')
  const remembered = existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined
  const port = await freePort(remembered)
  writeFileSync(file, String(port))
  return port
}
