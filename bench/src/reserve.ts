import { createPool, createStockEngine } from '@selvedge/db'
import { closedLoop } from './harness/load'
import type { BenchOptions } from './harness/options'
import { withStack } from './harness/own-stack'
import { report, say } from './harness/report'
import { checkBooks } from './inventory/check-books'
import { hold } from './inventory/holders'
import { holdByOneStatement } from './inventory/one-statement'
import { inPairs } from './inventory/pairs'
import { insertSkus } from './inventory/stock-rows'

const SKUS = 1_000
const UNITS = 10_000_000
const CONNECTIONS = 16
const HOLDERS = 64

/** Holds of one unit on one SKU and over 1,000, through the domain layer and beside it as one guarded statement a request. */
export const reserve = async ({ quick, seconds }: BenchOptions): Promise<void> => {
  const runS = seconds ?? (quick ? 1.5 : 4)
  const metrics: Record<string, number> = {}
  const baseline: Record<string, number> = {}
  await withStack(['postgres'], async (_stack, databaseUrl) => {
    const pool = createPool(databaseUrl, { max: CONNECTIONS, applicationName: 'bench' })
    await insertSkus(pool, SKUS, UNITS)
    const engine = createStockEngine({ pool })
    let acknowledged = 0
    const counted = async (work: Promise<void>): Promise<void> => {
      await work
      acknowledged += 1
    }
    for (const [suffix, among] of [
      ['', 1],
      [`_${SKUS}`, SKUS],
    ] as const) {
      const any = () => 1 + Math.floor(Math.random() * among)
      const ours = () => counted(hold(engine, [any()]))
      const theirs = () => counted(holdByOneStatement(pool, any()))
      await closedLoop(HOLDERS, 0.5, ours)
      await closedLoop(HOLDERS, 0.5, theirs)
      say(`${among.toLocaleString('en')} ${among === 1 ? 'SKU' : 'SKUs'}, ${HOLDERS} holders`)
      const run = await inPairs(
        3,
        ['domain layer', `one statement, ${CONNECTIONS} connections`],
        () => closedLoop(HOLDERS, runS, ours),
        () => closedLoop(HOLDERS, runS, theirs),
      )
      metrics[`ops${suffix}_per_s`] = run.perS
      metrics[`p99${suffix}_ms`] = run.p99Ms
      metrics[`ratio_vs_one_statement${suffix}`] = run.ratio
      baseline[`ops${suffix}_per_s`] = run.theirsPerS
      baseline[`p99${suffix}_ms`] = run.theirsP99Ms
    }
    await engine.close()
    await checkBooks(pool, acknowledged)
    await pool.end()
  })
  report('reserve', metrics, baseline)
}
