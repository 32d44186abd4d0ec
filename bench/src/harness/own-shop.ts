import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { createPool } from '@selvedge/db'
import { migrate } from '@selvedge/db/migrate'
import { seedDatabase } from '@selvedge/db/seed'
import { cloneRoot, freePort, type RunningStack, startStack, wipeStack } from '@selvedge/stack'
import { inherited } from '../env'
import { say } from './report'

export type BenchShop = {
  readonly address: string
  readonly databaseUrl: string
  readonly stack: RunningStack
  readonly webPid: number
}

const startServer = (
  name: string,
  folder: string,
  file: string,
  env: Record<string, string>,
  logs: string,
): ChildProcess => {
  const log = openSync(join(logs, `${name}.log`), 'a')
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: join(cloneRoot(), 'apps', folder),
    env,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return child
}

const runTool = async (file: string, env: Record<string, string>): Promise<void> => {
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: cloneRoot(),
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${file} ended with ${code}`)
}

const untilReady = async (address: string, servers: readonly ChildProcess[]): Promise<void> => {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    const fallen = servers.find((server) => server.exitCode !== null)
    if (fallen) throw new Error(`a server of the shop ended with ${fallen.exitCode}; see .selvedge/bench-shop/logs`)
    const answer = await fetch(`${address}/api/health/ready`).catch(() => undefined)
    const body = answer?.ok ? ((await answer.json()) as { status: string }) : undefined
    if (body?.status === 'ready') return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('the shop did not get ready')
}

const stopServer = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null || server.pid === undefined) return
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  await gone
}

/** A whole shop of the benchmark's own: four engines, a fresh catalogue of 2 colours x 3 sizes, worker and web from the build. */
export const withShop = async (
  products: number,
  work: (shop: BenchShop) => Promise<void>,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const dir = join(cloneRoot(), '.selvedge', 'bench-shop')
  await wipeStack(dir)
  const stack = await startStack({ dir, given: {} })
  const servers: ChildProcess[] = []
  try {
    const { DATABASE_URL: databaseUrl } = stack.urls
    say(`seeding ${products} products of 6 variants`)
    await migrate(databaseUrl)
    const pool = createPool(databaseUrl, { max: 2 })
    await seedDatabase(pool, { products, seed: 7, grid: { colours: 2, sizes: 3 } })
    await pool.end()
    const [web, worker] = [await freePort(), await freePort()]
    const secret = () => randomBytes(32).toString('hex')
    const env = {
      ...inherited(),
      ...stack.urls,
      NODE_ENV: 'production',
      INNGEST_DEV: '0',
      LOG_LEVEL: 'warn',
      PORT: String(web),
      WORKER_PORT: String(worker),
      WORKER_URL: `http://127.0.0.1:${worker}`,
      BETTER_AUTH_SECRET: secret(),
      BAG_SECRET: secret(),
      ...settings,
    }
    await runTool('packages/db/src/recs/train-cli.ts', env)
    await runTool('apps/worker/src/reindex.ts', env)
    const logs = join(dir, 'logs')
    mkdirSync(logs, { recursive: true })
    servers.push(startServer('worker', 'worker', 'src/main.ts', env, logs))
    const webServer = startServer('web', 'web', 'server.ts', env, logs)
    servers.push(webServer)
    const address = `http://127.0.0.1:${web}`
    await untilReady(address, servers)
    await work({ address, databaseUrl, stack, webPid: webServer.pid ?? 0 })
  } finally {
    for (const server of servers.reverse()) await stopServer(server)
    await stack.stop()
  }
}
