import { createPool, createStockEngine, type PgStockEngine } from '@selvedge/db'
import type pg from 'pg'
import { closedLoop } from '../harness/load'
import type { BenchOptions } from '../harness/options'
import { withStack } from '../harness/own-stack'
import { say } from '../harness/report'
import { checkBooks } from './check-books'
import { inPairs } from './pairs'
import { insertSkus } from './stock-rows'

const CONNECTIONS = 16
const PAIRS = 3
const WARM_S = 0.5

type Call = () => Promise<void>

export type Comparison = {
  readonly title: string
  /** Callers at a time, each asking again as soon as it has its answer. */
  readonly holders: number
  /** Ends the names of this comparison's figures; none for the first. */
  readonly suffix: string
  readonly ours: Call
  readonly theirs: Call
}

export type HoldWorld = {
  readonly databaseUrl: string
  readonly pool: pg.Pool
  readonly engine: PgStockEngine
  /** Seconds of one run. */
  readonly runS: number
  readonly metrics: Record<string, number>
  readonly baseline: Record<string, number>
  /** Lines that were acknowledged, by whomever: the books are held against them in the end. */
  readonly acknowledge: (lines: number) => void
  /** Engine and statement in turns; rates, latencies and their ratio go into the figures. */
  readonly compare: (comparison: Comparison) => Promise<void>
}

/**
 * A database of its own with `skus` SKUs of `units` units, in which the engine's holds are compared with one guarded
 * statement a request over as many connections. The books must be exact when `measure` is done, or the bench fails.
 */
export const besideOneStatement = async (
  { quick, seconds }: BenchOptions,
  { skus, units }: { readonly skus: number; readonly units: number },
  measure: (world: HoldWorld) => Promise<void>,
): Promise<Pick<HoldWorld, 'metrics' | 'baseline'>> => {
  const runS = seconds ?? (quick ? 1.5 : 4)
  const metrics: Record<string, number> = {}
  const baseline: Record<string, number> = {}
  const compare = async ({ title, holders, suffix, ours, theirs }: Comparison): Promise<void> => {
    await closedLoop(holders, WARM_S, ours)
    await closedLoop(holders, WARM_S, theirs)
    say(`${title}, ${holders} holders`)
    const run = await inPairs(
      PAIRS,
      ['engine', `one statement, ${CONNECTIONS} connections`],
      () => closedLoop(holders, runS, ours),
      () => closedLoop(holders, runS, theirs),
    )
    metrics[`ratio_vs_one_statement${suffix}`] = run.ratio
    metrics[`ops${suffix}_per_s`] = run.perS
    metrics[`p50${suffix}_ms`] = run.p50Ms
    metrics[`p99${suffix}_ms`] = run.p99Ms
    baseline[`ops${suffix}_per_s`] = run.theirsPerS
    baseline[`p99${suffix}_ms`] = run.theirsP99Ms
  }
  await withStack(['postgres'], async (_stack, databaseUrl) => {
    const pool = createPool(databaseUrl, { max: CONNECTIONS, applicationName: 'bench' })
    await insertSkus(pool, skus, units)
    const engine = createStockEngine({ pool })
    let acknowledged = 0
    const acknowledge = (lines: number): void => {
      acknowledged += lines
    }
    await measure({ databaseUrl, pool, engine, runS, metrics, baseline, acknowledge, compare })
    await engine.close()
    await checkBooks(pool, acknowledged)
    await pool.end()
  })
  return { metrics, baseline }
}
