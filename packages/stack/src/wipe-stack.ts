import { readdir, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { outsidePlace } from './postgres/place'
import { forceStop } from './stop-stack'

/** Stops the stack in `dir` and removes all of its data, logs and secrets. */
export const wipeStack = async (dir: string): Promise<void> => {
  const folder = resolve(dir)
  await forceStop(folder)
  const outside = outsidePlace(folder)
  await rm(outside, { recursive: true, force: true })
  const left = await readdir(dirname(outside)).catch(() => [])
  // The last stack of the clone takes the copied server binaries along.
  if (left.every((name) => name.startsWith('server-'))) await rm(dirname(outside), { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
}
