import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY, type HoldUnits, type StockEngine } from '@selvedge/core'
import { createPool, createStockEngine, verifyLedger } from '@selvedge/db'
import { median } from './harness/figures'
import { closedLoop, type LoadResult } from './harness/load'
import type { BenchOptions } from './harness/options'
import { withStack } from './harness/own-stack'
import { report, say } from './harness/report'
import { holdByOneStatement } from './reserve/one-statement'
import { insertSkus } from './reserve/stock-rows'

const SKUS = 1_000
const UNITS = 5_000_000
const CONNECTIONS = 16
const HOLDERS = [16, 64, 256] as const
const HOT = 1

// Nobody is kept from holding here: what is measured is the write, not the policy's refusal.
const POLICY = { ...DEFAULT_HOLD_POLICY, heatPerMille: 1_000, holderSharePerMille: 1_000 }

const hold = (engine: StockEngine, variantId: number): Promise<unknown> => {
  const command: HoldUnits = {
    kind: 'hold',
    purpose: 'bag',
    policy: POLICY,
    origin: { actor: 'guest:bench', correlationId: 'bench' },
    holder: { cartId: randomUUID() },
    lines: [{ reservationId: randomUUID(), variantId, units: 1 }],
  }
  return engine.execute(command).then((answer) => {
    if (!answer.ok) throw new Error(`refused: ${answer.error.code}`)
  })
}

const anySku = (): number => 1 + Math.floor(Math.random() * SKUS)
const line = (what: string, run: LoadResult): void =>
  say(
    `  ${what.padEnd(34)} ${String(Math.round(run.perS)).padStart(7)} holds/s   p50 ${run.p50Ms.toFixed(1)} ms   p99 ${run.p99Ms.toFixed(1)} ms`,
  )

/** Durable holds a second on one SKU and on 1,000, through the domain layer, beside one guarded statement a request. */
export const reserve = async ({ quick, seconds }: BenchOptions): Promise<void> => {
  const runS = seconds ?? (quick ? 1 : 4)
  const pairs = quick ? 1 : 3
  const metrics: Record<string, number> = {}
  const baseline: Record<string, number> = {}
  await withStack(['postgres'], async (_stack, databaseUrl) => {
    const pool = createPool(databaseUrl, { max: CONNECTIONS, applicationName: 'bench' })
    await insertSkus(pool, SKUS, UNITS)
    const engine = createStockEngine({ pool })
    for (const [place, pick] of [
      ['hot', () => HOT],
      ['wide', anySku],
    ] as const) {
      for (const holders of HOLDERS) {
        const ours: LoadResult[] = []
        const theirs: LoadResult[] = []
        for (let pair = 0; pair < pairs; pair += 1) {
          ours.push(await closedLoop(holders, runS, () => hold(engine, pick())))
          theirs.push(await closedLoop(holders, runS, () => holdByOneStatement(pool, pick())))
        }
        const suffix = `${place}_${holders}`
        say(`${place === 'hot' ? 'one SKU' : '1,000 SKUs'}, ${holders} holders`)
        for (const run of ours) line('engine', run)
        for (const run of theirs) line(`one statement, ${CONNECTIONS} connections`, run)
        metrics[`${suffix}_per_s`] = median(ours.map((run) => run.perS))
        metrics[`${suffix}_p50_ms`] = median(ours.map((run) => run.p50Ms))
        metrics[`${suffix}_p99_ms`] = median(ours.map((run) => run.p99Ms))
        baseline[`${suffix}_per_s`] = median(theirs.map((run) => run.perS))
        baseline[`${suffix}_p99_ms`] = median(theirs.map((run) => run.p99Ms))
        metrics[`${suffix}_ratio_vs_one_statement`] = median(
          ours.map((run, index) => run.perS / (theirs[index]?.perS ?? run.perS)),
        )
      }
    }
    await engine.close()
    say('folding the whole ledger…')
    const findings = await verifyLedger(pool)
    if (findings.length > 0) throw new Error(`level and ledger disagree: ${JSON.stringify(findings.slice(0, 3))}`)
    const { rows } = await pool.query<{ holds: string; units: string }>(
      `SELECT (SELECT count(*) FROM reservation) AS holds, (SELECT sum(reserved) FROM stock_level) AS units`,
    )
    say(`level = fold of the ledger on every record; ${rows[0]?.holds} holds, ${rows[0]?.units} units reserved`)
    await pool.end()
  })
  report('reserve', metrics, baseline)
}
