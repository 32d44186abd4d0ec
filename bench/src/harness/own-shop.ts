import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createPool, isForecastDue } from '@selvedge/db'
import { migrate } from '@selvedge/db/migrate'
import { seedDatabase } from '@selvedge/db/seed'
import { cloneRoot, type RunningStack, startStack, wipeStack } from '@selvedge/stack'
import { say } from './report'
import { shopServersEnv, startServer, stopServer, untilReady } from './shop-servers'

const FORECAST_WITHIN_MS = 300_000

export type BenchShop = {
  readonly address: string
  readonly databaseUrl: string
  readonly stack: RunningStack
  readonly webPid: number
}

/** Runs one of the clone's own tools to its end. */
export const runTool = async (file: string, env: Record<string, string>): Promise<void> => {
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: cloneRoot(),
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${file} ended with ${code}`)
}

/** A fresh catalogue of 2 colours x 3 sizes, trained and indexed, on a running stack. */
export const fillShop = async (products: number, env: Record<string, string>, databaseUrl: string): Promise<void> => {
  say(`seeding ${products} products of 6 variants`)
  await migrate(databaseUrl)
  const pool = createPool(databaseUrl, { max: 2 })
  await seedDatabase(pool, { products, seed: 7, grid: { colours: 2, sizes: 3 } })
  await pool.end()
  await runTool('packages/db/src/recs/train-cli.ts', env)
  await runTool('apps/worker/src/reindex.ts', env)
}

/** A new shop forecasts demand in its first seconds, on a core of its own: what is measured comes after that. */
const untilForecast = async (databaseUrl: string): Promise<void> => {
  const pool = createPool(databaseUrl, { max: 1 })
  const endsAt = performance.now() + FORECAST_WITHIN_MS
  try {
    while (performance.now() < endsAt) {
      if (!(await isForecastDue(pool, FORECAST_WITHIN_MS))) return
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  } finally {
    await pool.end()
  }
  throw new Error('the worker did not forecast demand within five minutes')
}

/** A whole shop of the benchmark's own: four engines, a fresh catalogue, worker and web from the build. */
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
    const env = await shopServersEnv(stack.urls, settings)
    await fillShop(products, env, databaseUrl)
    servers.push(startServer('worker', env, dir))
    const web = startServer('web', env, dir)
    servers.push(web)
    const address = `http://127.0.0.1:${env.PORT}`
    await untilReady(address, servers)
    await untilForecast(databaseUrl)
    await work({ address, databaseUrl, stack, webPid: web.pid ?? 0 })
  } finally {
    for (const server of servers.reverse()) await stopServer(server)
    await stack.stop()
  }
}
