import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { cloneRoot, freePort, type StackUrls } from '@selvedge/stack'
import { inherited } from '../env'
import { waitUntil } from './wait-until'

export const SERVERS = { web: 'server.ts', worker: 'src/main.ts' } as const
export type ServerName = keyof typeof SERVERS

/** What web and worker of a benchmark's own shop are started with: free ports, secrets of this run. */
export const shopServersEnv = async (
  urls: StackUrls,
  settings: Readonly<Record<string, string>>,
): Promise<Record<string, string>> => {
  const [web, worker] = [await freePort(), await freePort()]
  const secret = () => randomBytes(32).toString('hex')
  return {
    ...inherited(),
    ...urls,
    NODE_ENV: 'production',
    INNGEST_DEV: '0',
    LOG_LEVEL: 'warn',
    PORT: String(web),
    WORKER_PORT: String(worker),
    WORKER_URL: `http://127.0.0.1:${worker}`,
    BETTER_AUTH_SECRET: secret(),
    BAG_SECRET: secret(),
    INTEGRATION_SECRET: secret(),
    ...settings,
  }
}

/** Starts web or worker from the build, logging into the stack's folder. */
export const startServer = (name: ServerName, env: Record<string, string>, stackDir: string): ChildProcess => {
  const logs = join(stackDir, 'logs')
  mkdirSync(logs, { recursive: true })
  const log = openSync(join(logs, `${name}.log`), 'a')
  const child = spawn(process.execPath, ['--import', 'tsx', SERVERS[name]], {
    cwd: join(cloneRoot(), 'apps', name),
    env,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return child
}

const hasEnded = (server: ChildProcess): boolean => server.exitCode !== null || server.signalCode !== null

/** Ends a server by this signal and waits until it is gone. */
export const stopServer = async (server: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
  if (hasEnded(server) || server.pid === undefined) return
  const gone = once(server, 'exit')
  server.kill(signal)
  await gone
}

const PATIENCE = { withinMs: 120_000, everyMs: 250 }

/** Waits until a web server answers, whatever else of the shop is up; throws when it ends or two minutes have passed. */
export const untilAnswering = async (address: string, web: ChildProcess): Promise<void> => {
  const isMissing = async (): Promise<string | undefined> => {
    if (hasEnded(web)) return undefined
    const answer = await fetch(`${address}/api/health/ready`)
    return answer.ok ? undefined : `it answered ${answer.status}`
  }
  await waitUntil(isMissing, { ...PATIENCE, late: 'the web server did not answer within two minutes' })
  if (hasEnded(web)) throw new Error('the web server ended; its log is in the folder of the stack')
}

const TEND_MS = 10_000

/**
 * Waits until the shop tells that all five parts are up; throws when a server ends or two minutes have passed. Every ten
 * seconds of it `tend` may look after what runs beside it.
 */
export const untilReady = async (
  address: string,
  servers: readonly ChildProcess[],
  tend?: () => Promise<void>,
): Promise<void> => {
  let tendAt = performance.now() + TEND_MS
  const isMissing = async (): Promise<string | undefined> => {
    if (servers.some(hasEnded)) return undefined
    if (tend && performance.now() > tendAt) {
      tendAt = performance.now() + TEND_MS
      await tend()
    }
    const answer = await fetch(`${address}/api/health/ready`)
    const told = await answer.text()
    return answer.ok && isReady(told) ? undefined : `it answered ${answer.status} ${told.slice(0, TOLD_MAX)}`
  }
  await waitUntil(isMissing, { ...PATIENCE, late: 'the shop did not get ready within two minutes' })
  if (servers.some(hasEnded)) throw new Error('a server of the shop ended; its log is in the folder of the stack')
}

/** As much of an answer as names every part and its state. */
const TOLD_MAX = 600

const isReady = (told: string): boolean => (JSON.parse(told) as { status: string }).status === 'ready'
