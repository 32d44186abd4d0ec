import { createPool, createStockEngine } from '@selvedge/db'
import { closedLoop } from './harness/load'
import type { BenchOptions } from './harness/options'
import { withStack } from './harness/own-stack'
import { report, say } from './harness/report'
import { checkBooks } from './inventory/check-books'
import { hold } from './inventory/holders'
import { HOT_SCRIPT, holdByOneStatement } from './inventory/one-statement'
import { inPairs } from './inventory/pairs'
import { bestOfPgbench } from './inventory/pgbench'
import { insertSkus } from './inventory/stock-rows'

const UNITS = 100_000_000
const CONNECTIONS = 16
const SKU = 1

/** Durable holds a second on one SKU with the whole engine in the path, beside one guarded statement a request. */
export const inventoryHot = async ({ quick, seconds }: BenchOptions): Promise<void> => {
  const runS = seconds ?? (quick ? 1.5 : 4)
  const pairs = 3
  const metrics: Record<string, number> = {}
  const baseline: Record<string, number> = {}
  await withStack(['postgres'], async (_stack, databaseUrl) => {
    const pool = createPool(databaseUrl, { max: CONNECTIONS, applicationName: 'bench' })
    await insertSkus(pool, 1, UNITS)
    const engine = createStockEngine({ pool })
    let acknowledged = 0
    const counted = async (work: Promise<void>): Promise<void> => {
      await work
      acknowledged += 1
    }
    const ours = () => counted(hold(engine, [SKU]))
    const theirs = () => counted(holdByOneStatement(pool, SKU))
    await closedLoop(64, 0.5, ours)
    await closedLoop(64, 0.5, theirs)
    for (const holders of [64, 256]) {
      say(`one SKU, ${holders} holders`)
      const names = ['engine', `one statement, ${CONNECTIONS} connections`] as const
      const run = await inPairs(
        pairs,
        names,
        () => closedLoop(holders, runS, ours),
        () => closedLoop(holders, runS, theirs),
      )
      const suffix = holders === 64 ? '' : `_${holders}`
      metrics[`ratio_vs_one_statement${suffix}`] = run.ratio
      metrics[`ops${suffix}_per_s`] = run.perS
      metrics[`p50${suffix}_ms`] = run.p50Ms
      metrics[`p99${suffix}_ms`] = run.p99Ms
      baseline[`ops${suffix}_per_s`] = run.theirsPerS
      baseline[`p99${suffix}_ms`] = run.theirsP99Ms
    }
    const pgbench = await bestOfPgbench(databaseUrl, HOT_SCRIPT, quick ? 1 : 2)
    if (pgbench) {
      acknowledged += pgbench.done
      baseline.pgbench_best_per_s = pgbench.perS
      metrics.ratio_vs_pgbench_best = (metrics.ops_per_s ?? 0) / pgbench.perS
    }
    await engine.close()
    await checkBooks(pool, acknowledged)
    await pool.end()
  })
  report('inventory-hot', metrics, baseline)
}
