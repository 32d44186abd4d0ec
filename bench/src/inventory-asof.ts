import assert from 'node:assert/strict'
import { type Moment, TIME_AXES, type TimeAxis } from '@selvedge/core'
import { catchUpClosing, createPool, createStockHistory, rebuildLevels, verifyLedger } from '@selvedge/db'
import type pg from 'pg'
import { backendTime } from './asof/backend-time'
import { FROM_MS, LOCATIONS, openBigLedger, TO_MS } from './asof/big-ledger'
import { openFullFold } from './asof/full-fold'
import { median, quantile } from './harness/figures'
import type { BenchOptions } from './harness/options'
import { withStack } from './harness/own-stack'
import { report, say } from './harness/report'

const SIZES = [100_000, 1_000_000, 5_000_000]
const QUICK_SIZES = [20_000, 200_000]
const ASKED = 400
const COMPARED = 200

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

type Sizes = { ledger: number; late: number; snapshots: number; closes: number; closed: number }

const sizeOf = async (pool: pg.Pool): Promise<Sizes> => {
  const { rows } = await pool.query<Sizes>(
    `SELECT (SELECT sum(pg_total_relation_size(inhrelid)) FROM pg_inherits WHERE inhparent = 'inventory_event'::regclass)::float8 AS ledger,
      (SELECT count(*) FROM inventory_event WHERE effective_at <> recorded_at)::int AS late,
      pg_total_relation_size('inventory_snapshot')::float8 AS snapshots,
      pg_total_relation_size('inventory_close')::float8 AS closes, (SELECT count(*) FROM inventory_close)::int AS closed`,
  )
  const row = rows[0]
  if (!row) throw new Error('no size')
  return row
}

type Ledger = Awaited<ReturnType<typeof openBigLedger>>

/** Questions about the past at one size of the ledger; the moments are spread over all that is recorded by then. */
const measure = async (pool: pg.Pool, ledger: Ledger, entries: number, total: number) => {
  const metrics: Record<string, number> = {}
  const endMs = FROM_MS + (entries / total) * (TO_MS - FROM_MS)
  const moment = (axis: TimeAxis): Moment => ({
    axis,
    at: new Date(Math.floor(FROM_MS + ledger.random() * (endMs - FROM_MS))),
  })
  const history = createStockHistory({ pool })
  const built = await timed(async () => {
    const rebuilt = await rebuildLevels(pool)
    if (rebuilt.kind === 'broken') throw new Error(JSON.stringify(rebuilt.findings.slice(0, 3)))
    say(`  rebuilt ${rebuilt.changed.length} levels and ${rebuilt.snapshots} kept states`)
  })
  metrics.rebuild_events_per_s = entries / (built / 1_000)
  await pool.query('VACUUM ANALYZE inventory_snapshot, stock_level')
  await pool.query('VACUUM FULL inventory_close')
  metrics.close_days_s = (await timed(() => catchUpClosing(pool, { through: new Date(endMs) }))) / 1_000
  const holds =
    (await timed(async () => {
      const findings = await verifyLedger(pool)
      // Units reserved in this ledger belong to no cart: everything else has to agree.
      const wrong = findings.filter(({ kind }) => kind !== 'holds')
      if (wrong.length > 0) throw new Error(`level and ledger disagree: ${JSON.stringify(wrong.slice(0, 3))}`)
    })) / 1_000
  metrics.verify_s = holds
  metrics.verify_events_per_s = entries / holds

  for (const [name, records] of [
    ['hot', ledger.hottest(10)],
    ['cold', ledger.cold(200)],
  ] as const) {
    for (const axis of TIME_AXES) {
      const pick = (): number => records[Math.floor(ledger.random() * records.length)] ?? 1
      for (let warm = 0; warm < 50; warm += 1) await history.record(pick(), moment(axis))
      const ms: number[] = []
      for (let asked = 0; asked < ASKED; asked += 1) {
        const [recordId, at] = [pick(), moment(axis)]
        ms.push(await timed(() => history.record(recordId, at)))
      }
      metrics[`record_${name}_${axis}_p50_ms`] = median(ms)
      metrics[`record_${name}_${axis}_p99_ms`] = quantile(ms, 0.99)
    }
  }
  for (const axis of TIME_AXES) {
    const ms: number[] = []
    const before = await backendTime(pool)
    for (let locationId = 1; locationId <= LOCATIONS; locationId += 1) {
      ms.push(await timed(() => history.totals({ kind: 'location', locationId }, moment(axis))))
      ms.push(await timed(() => history.records({ kind: 'location', locationId }, moment(axis), { limit: 10_000 })))
    }
    metrics[`location_${axis}_p50_ms`] = median(ms)
    metrics[`location_${axis}_p99_ms`] = quantile(ms, 0.99)
    // What a busy machine does not change: the database's own work for one question, on average.
    metrics[`location_${axis}_processor_ms`] = ((await backendTime(pool)) - before) / ms.length
  }
  metrics.shop_recorded_ms = await timed(() => history.totals({ kind: 'shop' }, moment('recorded')))
  metrics.shop_effective_ms = await timed(() => history.totals({ kind: 'shop' }, moment('effective')))
  const sizes = await sizeOf(pool)
  metrics.ledger_bytes_per_event = sizes.ledger / entries
  metrics.snapshot_bytes_per_event = sizes.snapshots / entries
  metrics.close_bytes_per_event = sizes.closes / entries
  metrics.closes = sizes.closed
  metrics.close_ms = (metrics.close_days_s * 1_000) / sizes.closed
  metrics.late_share = sizes.late / entries

  let compared = 0
  const folds: number[] = []
  for (const recordId of [...ledger.hottest(5), ...ledger.cold(20)]) {
    let answer: ((moment: Moment) => unknown) | undefined
    folds.push(
      await timed(async () => {
        answer = await openFullFold(pool, recordId)
      }),
    )
    for (let nth = 0; nth < COMPARED / 25; nth += 1) {
      const asked = moment(nth % 2 === 0 ? 'recorded' : 'effective')
      assert.deepEqual(await history.record(recordId, asked), answer?.(asked))
      compared += 1
    }
  }
  metrics.answers_equal_to_full_fold = compared
  return {
    metrics,
    fullFoldMs: Math.max(...folds),
    hottest: ledger.states.get(ledger.hottest(1)[0] ?? 0)?.version ?? 0,
  }
}

/** The past of the stock at three sizes of the ledger, on both axes, for hot and cold streams. */
export const inventoryAsof = async ({ quick }: BenchOptions): Promise<void> => {
  const sizes = quick ? QUICK_SIZES : SIZES
  const total = sizes.at(-1) ?? 0
  const metrics: Record<string, number> = {}
  const baseline: Record<string, number> = {}
  await withStack(['postgres'], async (_stack, databaseUrl) => {
    const pool = createPool(databaseUrl, { max: 4, applicationName: 'bench', statementTimeoutMs: 600_000 })
    const ledger = await openBigLedger(pool, total)
    for (const entries of sizes) {
      const loadMs = await timed(() => ledger.grow(entries))
      say(`${entries.toLocaleString('en')} events (loaded in ${(loadMs / 1_000).toFixed(1)} s)`)
      const { metrics: found, fullFoldMs, hottest } = await measure(pool, ledger, entries, total)
      say(`  hottest stream ${hottest.toLocaleString('en')} events`)
      for (const [key, value] of Object.entries(found)) {
        say(`  ${key.padEnd(32)} ${value.toPrecision(3)}`)
        metrics[entries === total ? key : `${key}_at_${entries / 1_000}k`] = value
      }
      if (entries === total) {
        metrics.hottest_stream_events = hottest
        baseline.read_whole_hot_stream_ms = fullFoldMs
      }
    }
    await pool.end()
  })
  report('inventory-asof', metrics, baseline)
}
