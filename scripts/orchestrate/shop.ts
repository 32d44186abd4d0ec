import { join } from 'node:path'
import { untilReady } from './health'
import { progress } from './progress'
import { ROOT } from './root'
import { recordRun } from './run-record'
import type { Servers } from './servers'

export type Shop = {
  /** The folder of the stack it stands on. */
  readonly dir: string
  readonly address: string
  readonly env: Record<string, string>
  readonly servers: Servers
  readonly signal: AbortSignal
  readonly mode: 'production' | 'development'
}

/** Starts worker and web and waits until the shop answers with all of its parts up. */
export const openShop = async ({ dir, address, env, servers, signal, mode }: Shop): Promise<void> => {
  const isDev = mode === 'development'
  progress('Starting the worker and the web server')
  const [worker, web] = [join(ROOT, 'apps', 'worker'), join(ROOT, 'apps', 'web')]
  const logFile = (name: string) => (isDev ? undefined : join(dir, 'logs', `${name}.log`))
  servers.start({
    name: 'worker',
    cwd: worker,
    env,
    logFile: logFile('worker'),
    ...(isDev ? watched('src/main.ts') : once('src/main.ts')),
  })
  servers.start({
    name: 'web',
    cwd: web,
    env,
    logFile: logFile('web'),
    // What Next compiles it renews by itself; what the server itself has read, it begins anew with.
    ...(isDev ? watched('server.ts', '--dev') : once('server.ts')),
  })
  recordRun(dir, address, servers.running())
  await untilReady(address, signal, (missing) => progress(`Waiting for ${missing.join(', ')}`))
}

const once = (...args: string[]) => ({ command: process.execPath, args: ['--import', 'tsx', ...args] })

const watched = (...args: string[]) => ({
  command: process.execPath,
  args: [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'), 'watch', '--clear-screen=false', ...args],
})
