import {
  availableToSell,
  EMPTY_STOCK,
  foldAt,
  type Moment,
  type StockHistory,
  type StockState,
  TIME_AXES,
  timeOf,
} from '@selvedge/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
import { rebuildLevels } from '../check/rebuild-levels'
import { createStockHistory } from './stock-history'

const SEED = 20_261_125
const FROM = Date.UTC(2026, 0, 1)
const TO = Date.UTC(2026, 9, 1)
const VARIANT = 7_000
// Streams shorter than a snapshot's distance, about one, and many.
const LENGTHS = [0, 1, 5, 63, 64, 65, 130, 900, 2_400]

const random = seededRandom(SEED)
const streams = new Map<number, readonly RandomEntry[]>()
let database: TestDatabase
let history: StockHistory

const dated = (entries: readonly RandomEntry[]) =>
  entries.map(({ type, quantity, recordedAtMs, effectiveAtMs }) => ({
    type,
    quantity,
    recordedAt: new Date(recordedAtMs),
    effectiveAt: new Date(effectiveAtMs),
  }))

const someMoments = (entries: readonly RandomEntry[]): Date[] => {
  const around = Array.from({ length: 24 }, () => FROM - 40 * 86_400_000 + random() * (TO - FROM + 60 * 86_400_000))
  // Where it is most easily wrong: at an entry's very millisecond, just before it, and at a kept state's.
  const exact = Array.from({ length: 12 }, () => entries[Math.floor(random() * entries.length)]).flatMap((entry) =>
    entry ? [entry.recordedAtMs, entry.recordedAtMs - 1, entry.effectiveAtMs, entry.effectiveAtMs - 1] : [],
  )
  const kept = entries.flatMap((entry, index) => ((index + 1) % 64 === 0 ? [entry.recordedAtMs] : [])).slice(0, 6)
  return [...around, ...exact, ...kept].map((ms) => new Date(Math.floor(ms)))
}

beforeAll(async () => {
  database = await createTestDatabase(4)
  history = createStockHistory({ pool: database.pool })
  await insertStock(database.pool, { variantId: VARIANT, units: [] })
  await database.pool.query(`INSERT INTO location (id, code, name, kind, country, priority, lead_days)
    SELECT n, 'T' || n, 'T', 'warehouse', 'NL', n, 1 FROM generate_series(1, ${LENGTHS.length}) n`)
  const client = await database.pool.connect()
  const levels: { recordId: number; variantId: number; locationId: number; state: StockState }[] = []
  for (const [index, entries] of LENGTHS.entries()) {
    const { entries: made, state } = randomStream(random, { entries, fromMs: FROM, toMs: TO })
    const recordId = 100 + index
    streams.set(recordId, made)
    levels.push({ recordId, variantId: VARIANT, locationId: index + 1, state })
    await copyEntries(
      client,
      made.map((entry, nth) => ({ ...entry, recordId, version: nth + 1 })),
    )
  }
  await copyLevels(client, levels)
  client.release()
  await database.pool.query('ANALYZE inventory_event')
})
afterAll(() => database.drop())

describe.each([['without any kept state'], ['with kept states']])('%s', (what) => {
  beforeAll(async () => {
    if (what === 'with kept states')
      expect(await rebuildLevels(database.pool)).toMatchObject({ changed: [], snapshots: 55 })
  })

  test.each(TIME_AXES)('a record at any %s moment is what its entries add up to', async (axis) => {
    for (const [recordId, entries] of streams) {
      const moments = someMoments(entries)
      const states = await history.series(recordId, axis, moments)
      const stream = dated(entries)
      const expected = moments.map((at) => foldAt(stream, { at, axis }))
      expect(states, `record ${recordId}, seed ${SEED}`).toEqual(expected)
    }
  })

  test.each(TIME_AXES)('a SKU at a %s moment is its records, and the totals are their sum', async (axis) => {
    const moment: Moment = { axis, at: new Date(FROM + random() * (TO - FROM)) }
    const scope = { kind: 'sku', variantId: VARIANT } as const
    const rows = await history.records(scope, moment, { limit: 100 })
    const expected = [...streams].map(([recordId, entries]) => ({ recordId, ...foldAt(dated(entries), moment) }))
    expect(rows.map(({ recordId, onHand, reserved }) => [recordId, onHand, reserved])).toEqual(
      expected.map(({ recordId, onHand, reserved }) => [recordId, onHand, reserved]),
    )
    const totals = await history.totals(scope, moment)
    expect(totals).toMatchObject({
      records: expected.filter(({ version }) => version > 0).length,
      onHand: expected.reduce((sum, state) => sum + state.onHand, 0),
      available: expected.reduce((sum, state) => sum + availableToSell(state), 0),
    })
    expect(await history.totals({ kind: 'shop' }, moment)).toEqual(totals)
  })

  test.each(TIME_AXES)(
    'a place at a %s moment is the same whether few of its records are asked for or all',
    async (axis) => {
      for (const at of [...streams.values()].flatMap((entries) => someMoments(entries).slice(-1))) {
        const moment: Moment = { axis, at }
        const [few, many] = await Promise.all(
          [100, 10_000].map((limit) => history.records({ kind: 'shop' }, moment, { limit })),
        )
        const expected = [...streams].map(([recordId, entries]) => ({ recordId, ...foldAt(dated(entries), moment) }))
        expect(many, `${at.toISOString()}, seed ${SEED}`).toMatchObject(expected)
        expect(few).toEqual(many)
        const [locationId, entries] = [LENGTHS.length, [...streams.values()].at(-1) ?? []]
        const { version, onHand, safetyStock } = foldAt(dated(entries), moment)
        const totals = { records: version > 0 ? 1 : 0, version, onHand, safetyStock }
        expect(await history.totals({ kind: 'location', locationId }, moment)).toMatchObject(totals)
      }
    },
  )
})

test('the difference of two moments names the records that changed, with both states', async () => {
  const from: Moment = { axis: 'recorded', at: new Date(FROM + (TO - FROM) * 0.5) }
  const to: Moment = { axis: 'recorded', at: new Date(FROM + (TO - FROM) * 0.55) }
  const changes = await history.changes({ kind: 'sku', variantId: VARIANT }, from, to, { limit: 100 })
  const expected = [...streams].flatMap(([recordId, entries]) => {
    const [before, after] = [foldAt(dated(entries), from), foldAt(dated(entries), to)]
    return before.version === after.version ? [] : [[recordId, before.onHand, after.onHand]]
  })
  expect(expected.length).toBeGreaterThan(3)
  expect(changes.map(({ before, after }) => [after.recordId, before.onHand, after.onHand])).toEqual(expected)
})

test.each(TIME_AXES)('why a figure is what it is on the %s axis adds up, entry by entry', async (axis) => {
  const [recordId, entries] = [...streams].at(-1) ?? [0, []]
  const at = new Date(FROM + (TO - FROM) * 0.7)
  const first = await history.why(recordId, 'onHand', { at, axis }, { limit: 30 })
  expect(first.value).toBe(foldAt(dated(entries), { at, axis }).onHand)
  expect(first.terms.reduce((sum, term) => sum + term.units, 0)).toBe(first.value)
  expect(first.entries[0]?.after).toBe(first.value)
  const older = await history.why(recordId, 'onHand', { at, axis }, { skip: 30, limit: 30 })
  const shown = [...first.entries, ...older.entries]
  for (const [place, entry] of shown.entries()) {
    const before = shown[place + 1]
    if (before) expect(entry.after - entry.moved).toBe(before.after)
    expect(timeOf(entry, axis).getTime()).toBeLessThanOrEqual(at.getTime())
  }
})

test('a setting is what it was last set to, and says what it was before', async () => {
  const [recordId, entries] = [...streams].at(-1) ?? [0, []]
  const at = new Date(TO)
  const { value, entries: shown } = await history.why(recordId, 'safetyStock', { at, axis: 'effective' }, { limit: 5 })
  expect(value).toBe(foldAt(dated(entries), { at, axis: 'effective' }).safetyStock)
  expect(shown[0]).toMatchObject({ after: value })
})

test('a record nobody knows was always empty', async () => {
  const moment: Moment = { at: new Date(), axis: 'effective' }
  expect(await history.record(999_999, moment)).toEqual(EMPTY_STOCK)
  expect(await history.span(999_999)).toBeUndefined()
})
