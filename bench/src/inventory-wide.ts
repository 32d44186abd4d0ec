import { createPool, createStockEngine } from '@selvedge/db'
import { closedLoop } from './harness/load'
import type { BenchOptions } from './harness/options'
import { withStack } from './harness/own-stack'
import { report, say } from './harness/report'
import { checkBooks } from './inventory/check-books'
import { anyBag, hold } from './inventory/holders'
import { holdLinesByOneStatement } from './inventory/one-statement'
import { inPairs } from './inventory/pairs'
import { insertSkus } from './inventory/stock-rows'

const SKUS = 10_000
const UNITS = 1_000_000
const CONNECTIONS = 16

/** Durable holds a second over 10,000 SKUs, 1-4 lines a hold, beside one statement a request; and what a lone caller waits. */
export const inventoryWide = async ({ quick, seconds }: BenchOptions): Promise<void> => {
  const runS = seconds ?? (quick ? 1.5 : 4)
  const pairs = 3
  const metrics: Record<string, number> = {}
  const baseline: Record<string, number> = {}
  await withStack(['postgres'], async (_stack, databaseUrl) => {
    const pool = createPool(databaseUrl, { max: CONNECTIONS, applicationName: 'bench' })
    await insertSkus(pool, SKUS, UNITS)
    const engine = createStockEngine({ pool })
    let acknowledged = 0
    const counted = async (
      bag: readonly number[],
      work: (bag: readonly number[]) => Promise<unknown>,
    ): Promise<void> => {
      await work(bag)
      acknowledged += bag.length
    }
    const ours = () => counted(anyBag(SKUS), (bag) => hold(engine, bag))
    const theirs = () => counted(anyBag(SKUS), (bag) => holdLinesByOneStatement(pool, bag))
    await closedLoop(64, 0.5, ours)
    await closedLoop(64, 0.5, theirs)
    for (const holders of [64, 256]) {
      say(`10,000 SKUs, 1-4 lines a hold, ${holders} holders`)
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
    say('a lone caller: merged, and as a transaction of its own')
    const lone = await inPairs(
      pairs,
      ['through the queue', 'unmerged'],
      () => closedLoop(1, runS / 2, ours),
      () => closedLoop(1, runS / 2, () => counted(anyBag(SKUS), (bag) => hold({ execute: engine.executeAlone }, bag))),
    )
    metrics.lone_p50_ms = lone.p50Ms
    metrics.lone_p50_ratio = lone.p50Ms / lone.theirsP50Ms
    baseline.unmerged_p50_ms = lone.theirsP50Ms
    await engine.close()
    await checkBooks(pool, acknowledged)
    const { rows } = await pool.query<{ deadlocks: number }>(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    )
    metrics.deadlocks = rows[0]?.deadlocks ?? 0
    await pool.end()
    if (metrics.deadlocks > 0) throw new Error(`${metrics.deadlocks} deadlocks`)
  })
  report('inventory-wide', metrics, baseline)
}
