import {
  availableToSell,
  dayOf,
  EMPTY_STOCK,
  endOfDay,
  foldAt,
  type Moment,
  type StockState,
  TIME_AXES,
} from '@selvedge/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADVISORY_LOCKS } from '../../advisory-locks'
import {
  copyEntries,
  copyLevels,
  createTestDatabase,
  insertStock,
  type RandomEntry,
  randomStream,
  seededRandom,
  type TestDatabase,
} from '../../testing/index'
import { createStockHistory } from '../as-of/stock-history'
import { rebuildLevels } from '../check/rebuild-levels'
import { runScheduledCheck } from '../check/scheduled-check'
import { verifyLedger } from '../verify'
import { catchUpClosing, closeDays } from './close-days'

const SEED = 20_261_126
const DAY_MS = 86_400_000
const FROM = Date.UTC(2026, 2, 10, 7)
const TO = FROM + 45 * DAY_MS
/** Writers of other databases on the server are waited for as well: other suites have some. */
const WAIT = { waitMs: 60_000 }
const THROUGH = { through: new Date(TO + DAY_MS), ...WAIT }
const WAITS = { timeout: 30_000 }
const VARIANT = 8_000
const PLACES = [1, 2, 3]
/** Entries of a stream and the day its record first appears on; four records lie at each place. */
const STREAMS = [
  [0, 0],
  [1, 3],
  [40, 0],
  [300, 0],
  [90, 20],
  [65, 1],
  [130, 0],
  [7, 44],
  [200, 2],
  [64, 30],
  [20, 0],
  [500, 0],
] as const

const random = seededRandom(SEED)
type Entries = readonly RandomEntry[]
const streams = new Map<number, Entries>()
const placeOf = (recordId: number): number => PLACES[recordId % PLACES.length] ?? 1

/** As the stream, but an entry that can is recorded in the very last millisecond of its day or the first one. */
const atTheEdge = (entries: Entries): Entries =>
  entries.map((entry, nth) => {
    const day = dayOf(new Date(entry.recordedAtMs))
    const dayAt = (n: number): number | undefined =>
      entries[n] && dayOf(new Date(entries[n]?.recordedAtMs ?? Number.NaN))
    const isLast = nth % 2 === 0 && dayAt(nth + 1) !== day
    const isFirst = nth % 2 === 1 && dayAt(nth - 1) !== day
    const recordedAtMs = isLast ? endOfDay(day).getTime() : isFirst ? day * DAY_MS : entry.recordedAtMs
    return { ...entry, recordedAtMs, effectiveAtMs: entry.effectiveAtMs + (recordedAtMs - entry.recordedAtMs) }
  })

const stateAt = (recordId: number, moment: Moment): StockState =>
  foldAt(
    (streams.get(recordId) ?? []).map(({ type, quantity, recordedAtMs, effectiveAtMs }) => ({
      type,
      quantity,
      recordedAt: new Date(recordedAtMs),
      effectiveAt: new Date(effectiveAtMs),
    })),
    moment,
  )

const all = (moment: Moment) => [...streams.keys()].map((recordId) => ({ recordId, ...stateAt(recordId, moment) }))

/** Inside days, before the first and after the last, at an entry's millisecond and beside it, and where days meet. */
const someMoments = (): Date[] => {
  const within = Array.from({ length: 8 }, () => FROM - 2 * DAY_MS + random() * (TO - FROM + 4 * DAY_MS))
  const entries = [...streams.values()].flat()
  const exact = Array.from({ length: 6 }, () => entries[Math.floor(random() * entries.length)]).flatMap((entry) =>
    entry ? [entry.recordedAtMs, entry.recordedAtMs - 1, entry.effectiveAtMs] : [],
  )
  const meet = Array.from({ length: 5 }, () => endOfDay(dayOf(new Date(FROM)) + Math.floor(random() * 45)).getTime())
  return [...within, ...exact, ...meet.flatMap((ms) => [ms, ms + 1]), FROM - 40 * DAY_MS].map(
    (ms) => new Date(Math.floor(ms)),
  )
}

let database: TestDatabase
const history = () => createStockHistory({ pool: database.pool })
const closes = async (): Promise<{ location_id: number; closed_at: Date }[]> =>
  (await database.pool.query('SELECT location_id, closed_at FROM inventory_close ORDER BY 2, 1')).rows

beforeAll(async () => {
  database = await createTestDatabase(4)
  await insertStock(database.pool, { variantId: VARIANT, units: [] })
  await database.pool.query(`INSERT INTO location (id, code, name, kind, country, priority, lead_days)
    SELECT n, 'T' || n, 'T', 'warehouse', 'NL', n, 1 FROM generate_series(1, ${PLACES.length}) n`)
  await database.pool.query(`INSERT INTO variant (id, product_id, sku, colour, size, size_order, price_minor, currency, weight_grams)
    SELECT n, ${VARIANT}, 'SKU-' || n, 'c' || n, 'M', 1, 9900, 'EUR', 300 FROM generate_series(1, ${STREAMS.length}) n`)
  const client = await database.pool.connect()
  const levels: { recordId: number; variantId: number; locationId: number; state: StockState }[] = []
  for (const [index, [entries, firstDay]] of STREAMS.entries()) {
    const recordId = 200 + index
    const made = randomStream(random, { entries, fromMs: FROM + firstDay * DAY_MS, toMs: TO })
    streams.set(recordId, atTheEdge(made.entries))
    levels.push({ recordId, variantId: index + 1, locationId: placeOf(recordId), state: made.state })
  }
  await copyLevels(client, levels)
  for (const [recordId, entries] of streams)
    await copyEntries(
      client,
      entries.map((entry, nth) => ({ ...entry, recordId, version: nth + 1 })),
    )
  client.release()
  await database.pool.query('ANALYZE inventory_event')
})
afterAll(() => database.drop())

describe('a place that is closed by day', () => {
  beforeAll(async () => {
    await rebuildLevels(database.pool)
    await catchUpClosing(database.pool, THROUGH)
  })

  test('has a close for its first day and for many after it, each at the end of a day', async () => {
    const kept = await closes()
    for (const locationId of PLACES) {
      const ours = kept.filter((close) => close.location_id === locationId)
      const firstAt = Math.min(
        ...[...streams].flatMap(([recordId, entries]) =>
          placeOf(recordId) === locationId ? (entries[0]?.recordedAtMs ?? []) : [],
        ),
      )
      expect(ours[0]?.closed_at).toEqual(endOfDay(dayOf(new Date(firstAt))))
      expect(ours.length).toBeGreaterThan(15)
      for (const { closed_at } of ours) expect(closed_at).toEqual(endOfDay(dayOf(closed_at)))
    }
  })

  test.each(TIME_AXES)('was at any %s moment what its entries add up to', async (axis) => {
    for (const at of someMoments()) {
      const moment: Moment = { axis, at }
      const expected = all(moment)
      const told = `${at.toISOString()}, seed ${SEED}`
      expect(await history().records({ kind: 'shop' }, moment, { limit: 10_000 }), told).toMatchObject(expected)
      const locationId = PLACES[Math.floor(random() * PLACES.length)] ?? 1
      const ours = expected.filter(({ recordId }) => placeOf(recordId) === locationId)
      const scope = { kind: 'location', locationId } as const
      expect(await history().records(scope, moment, { limit: 10_000 }), told).toMatchObject(ours)
      expect(await history().totals(scope, moment), told).toMatchObject({
        records: ours.filter(({ version }) => version > 0).length,
        version: ours.reduce((sum, state) => sum + state.version, 0),
        onHand: ours.reduce((sum, state) => sum + state.onHand, 0),
        available: ours.reduce((sum, state) => sum + availableToSell(state), 0),
      })
    }
  })

  test.each(TIME_AXES)('changed between two %s moments where its entries say so', async (axis) => {
    const moments = someMoments()
    for (const [nth, at] of moments.slice(0, 12).entries()) {
      const [from, to]: Moment[] = [at, moments[moments.length - 1 - nth] ?? at].map((one) => ({ axis, at: one }))
      if (!from || !to) throw new Error('two moments are two')
      const before = all(from)
      const changes = await history().changes({ kind: 'shop' }, from, to, { limit: 100 })
      const expected = all(to).flatMap((after, index) => {
        const { recordId, ...was } = before[index] ?? { recordId: 0, ...EMPTY_STOCK }
        const { recordId: _, ...is } = after
        return JSON.stringify(was) === JSON.stringify(is) ? [] : [[recordId, was.onHand, is.onHand]]
      })
      expect(changes.map((change) => [change.after.recordId, change.before.onHand, change.after.onHand])).toEqual(
        expected,
      )
    }
  })

  test('is not closed again when its days are looked at again', async () => {
    const before = await closes()
    expect(await catchUpClosing(database.pool, THROUGH)).toBe(0)
    await database.pool.query(`DELETE FROM ledger_check WHERE name = 'closes'`)
    expect(await catchUpClosing(database.pool, THROUGH)).toBe(0)
    expect(await closes()).toEqual(before)
  })

  test('is left to whoever is closing it already', async () => {
    const client = await database.pool.connect()
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.closeDays])
    expect(await closeDays(database.pool)).toBeUndefined()
    await client.query('ROLLBACK')
    client.release()
  })
})

test('books with closes agree; a wrong close is found by both checks, thrown away and made anew as it should be', async () => {
  const before = await closes()
  expect(await verifyLedger(database.pool)).toEqual([])
  const last = before.filter(({ location_id }) => location_id === placeOf(211)).at(-1)
  const moment: Moment = { axis: 'recorded', at: new Date(TO + 2 * DAY_MS) }
  const scope = { kind: 'location', locationId: placeOf(211) } as const
  const right = await history().totals(scope, moment)
  const damage = () =>
    database.pool.query(
      'UPDATE inventory_close SET on_hand[1] = on_hand[1] + 5, checked_at = NULL WHERE location_id = $1 AND closed_at = $2',
      [last?.location_id, last?.closed_at],
    )
  await database.pool.query(`UPDATE inventory_close SET checked_at = now() - interval '1 hour'`)
  await damage()
  expect((await history().totals(scope, moment)).onHand).toBe(right.onHand + 5)
  const wrong = [{ kind: 'snapshot', what: expect.stringMatching(/^at the close of 2026-0\d-\d\d onHand is \d+, its/) }]
  expect(await verifyLedger(database.pool)).toMatchObject(wrong)

  const told: unknown[] = []
  await runScheduledCheck(database.pool, { skusARun: 1, onFinding: (finding) => void told.push(finding) })
  expect(told).toMatchObject(wrong)
  expect(await history().totals(scope, moment)).toEqual(right)
  expect(await catchUpClosing(database.pool, THROUGH)).toBeGreaterThan(0)
  expect(await closes()).toEqual(before)

  // One was looked at just now: the others wait.
  await damage()
  told.length = 0
  await database.pool.query('UPDATE inventory_close SET checked_at = now() WHERE location_id <> $1', [
    last?.location_id,
  ])
  await runScheduledCheck(database.pool, { skusARun: 1, onFinding: (finding) => void told.push(finding) })
  expect(told).toEqual([])

  await rebuildLevels(database.pool)
  expect(await closes()).toEqual([])
  await catchUpClosing(database.pool, THROUGH)
  expect(await closes()).toEqual(before)
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('a day is closed only when a writer who was in it has ended, and has what that writer recorded', async () => {
  const [recordId, version] = [211, 500]
  const yesterday = new Date(Date.now() - DAY_MS)
  const writer = await database.pool.connect()
  await writer.query('BEGIN')
  await writer.query(
    `INSERT INTO inventory_event (record_id, version, type, quantity, actor, correlation_id, recorded_at, effective_at)
    SELECT $1, $2 + n, 'Received', 7, 'test', 'test', $3, $3 FROM generate_series(1, 4) n`,
    [recordId, version, yesterday],
  )
  expect(await closeDays(database.pool, { waitMs: 100 })).toMatchObject({ closes: 0, isCaughtUp: false })

  let isOver = false
  const closing = catchUpClosing(database.pool, WAIT).finally(() => {
    isOver = true
  })
  await expect
    .poll(async () => {
      const { rows } = await database.pool.query<{ waits: boolean }>(
        `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_snapshot_xmin%xid8%'
          AND pid <> pg_backend_pid() AND state = 'idle in transaction') AS waits`,
      )
      return rows[0]?.waits
    }, WAITS)
    .toBe(true)
  expect(isOver).toBe(false)
  await writer.query('COMMIT')
  writer.release()
  expect(await closing).toBeGreaterThan(0)
  const { rows } = await database.pool.query(
    `SELECT version[array_position(record_ids, $1)] AS version FROM inventory_close WHERE closed_at = $2 AND location_id = $3`,
    [recordId, endOfDay(dayOf(yesterday)), placeOf(recordId)],
  )
  expect(rows).toEqual([{ version: version + 4 }])
})
