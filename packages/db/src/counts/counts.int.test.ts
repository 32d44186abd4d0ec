import { randomUUID } from 'node:crypto'
import { type CountDesk, DEFAULT_HOLD_POLICY } from '@selvedge/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createStockHistory } from '../inventory/as-of/stock-history'
import { createStockEngine, type PgStockEngine } from '../inventory/stock-engine'
import { verifyLedger } from '../inventory/verify'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { insertStock } from '../testing/insert-stock'
import { createCountDesk } from './count-desk'

let database: TestDatabase
let engine: PgStockEngine
let desk: CountDesk
let variantId = 0

const origin = { actor: 'staff:u-1', correlationId: 'counts' }
const sku = () => `SKU-${variantId}`

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId: 90_000, units: [1, 1] })
  engine = createStockEngine({ pool: database.pool })
  desk = createCountDesk({ pool: database.pool, engine })
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})
beforeEach(async () => {
  variantId += 1
  await insertStock(database.pool, { variantId, units: [20] })
})

const open = async (change: object = {}): Promise<number> => {
  const opened = await desk.open(origin, {
    requestId: randomUUID(),
    locationId: 1,
    query: sku(),
    recountUnits: 2,
    recountPercent: 10,
    ...change,
  })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value.countId
}
const look = (countId: number, counted: number, code = sku()) => desk.look(origin, { countId, sku: code, counted })
const post = (countId: number, skipUncounted = false) =>
  desk.post(origin, { countId, expectedVersion: 1, reason: 'routine', skipUncounted })
const onHand = async (): Promise<number | undefined> =>
  (
    await database.pool.query<{ on_hand: number }>('SELECT on_hand FROM stock_level WHERE record_id = $1', [
      variantId * 10,
    ])
  ).rows[0]?.on_hand
const sellOne = async (): Promise<void> => {
  const [cartId, reservationId] = [randomUUID(), randomUUID()]
  const lines = [{ reservationId, variantId, units: 1 }]
  await engine.execute({
    kind: 'hold',
    purpose: 'checkout',
    origin,
    policy: DEFAULT_HOLD_POLICY,
    holder: { cartId },
    lines,
  })
  await engine.execute({ kind: 'commit', origin, cartId, holds: [{ reservationId, variantId }] })
  const line = { variantId, recordId: variantId * 10, cartId, reservationId, quantity: 1 }
  await engine.execute({ kind: 'ship', origin, lines: [line] })
}

test('a count is blind until it is posted, and posts what it differs by', async () => {
  const countId = await open()
  expect(await look(countId, 19)).toMatchObject({ value: { standing: 'counted', counted: 19 } })
  const blind = await desk.view(countId)
  expect(blind?.rows[0]).not.toHaveProperty('expected')
  expect(blind).not.toHaveProperty('difference')
  expect(await post(countId)).toEqual({ ok: true, value: { version: 2, difference: -1, skipped: 0 } })
  expect(await onHand()).toBe(19)
  expect(await desk.view(countId)).toMatchObject({ state: 'posted', rows: [{ expected: 20, difference: -1 }] })
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('sales during the count distort nothing, whenever they happen', async () => {
  const countId = await open()
  await sellOne()
  // 19 by the books, 18 on the shelf; then four more go over the counter before the count is posted.
  await look(countId, 18)
  await Promise.all([sellOne(), sellOne(), sellOne(), sellOne()])
  expect(await onHand()).toBe(15)
  expect(await post(countId)).toMatchObject({ ok: true, value: { difference: -1 } })
  expect(await onHand()).toBe(14)
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('a large difference is counted again before anything is posted; the second look decides', async () => {
  const countId = await open()
  expect(await look(countId, 11)).toMatchObject({ value: { standing: 'recount' } })
  expect(await post(countId, true)).toEqual({
    ok: false,
    error: { code: 'COUNT_UNFINISHED', uncounted: 0, recounts: 1 },
  })
  expect(await onHand()).toBe(20)
  expect(await look(countId, 20)).toMatchObject({ value: { standing: 'counted' } })
  expect(await post(countId)).toMatchObject({ ok: true, value: { difference: 0 } })
  expect(await onHand()).toBe(20)
})

test('a shelf that was corrected meanwhile is looked at anew instead of corrected twice', async () => {
  const countId = await open()
  await look(countId, 19)
  await engine.execute({ kind: 'adjust', origin, variantId, recordId: variantId * 10, delta: -1, reason: 'count' })
  expect(await post(countId)).toMatchObject({ ok: false, error: { code: 'COUNT_UNFINISHED', uncounted: 1 } })
  expect(await look(countId, 19)).toMatchObject({ value: { standing: 'counted' } })
  expect(await post(countId)).toMatchObject({ ok: true, value: { difference: 0 } })
  expect(await onHand()).toBe(19)
})

test('two who post the same count post it once', async () => {
  const countId = await open()
  await look(countId, 19)
  const posted = await Promise.all([1, 2, 3].map(() => post(countId)))
  expect(posted.filter((answer) => answer.ok)).toHaveLength(1)
  expect(await onHand()).toBe(19)
})

test('what was never stocked here has no shelf to count, and what is no part of the count is told apart', async () => {
  const countId = await open()
  expect(await look(countId, 3, 'NO-SUCH')).toEqual({
    ok: false,
    error: { code: 'COUNT_NEVER_STOCKED', sku: 'NO-SUCH' },
  })
  expect(await look(countId, 3, 'SKU-90000')).toMatchObject({ error: { code: 'COUNT_LINE_UNKNOWN' } })
  const other = await desk.open(origin, {
    requestId: randomUUID(),
    locationId: 2,
    query: sku(),
    recountUnits: 2,
    recountPercent: 10,
  })
  expect(other).toMatchObject({ ok: false, error: { code: 'COUNT_FINDS_NOTHING' } })
  await desk.cancel(origin, { countId, expectedVersion: 1 })
  expect(await look(countId, 3)).toMatchObject({ error: { code: 'COUNT_STATE', state: 'cancelled' } })
})

const moment = async (): Promise<Date> => {
  const { rows } = await database.pool.query<{ at: Date }>('SELECT clock_timestamp() AS at')
  const at = rows[0]?.at ?? new Date(0)
  // Moments are kept in milliseconds: what comes next does not fall into the same one.
  await new Promise((resolve) => setTimeout(resolve, 5))
  return at
}

test('what was counted on paper an hour ago is held against the books of then, and counts from then on', async () => {
  const countId = await open()
  await new Promise((resolve) => setTimeout(resolve, 5))
  const happenedAt = await moment()
  await sellOne()
  expect(await desk.look(origin, { countId, sku: sku(), counted: 19, happenedAt })).toMatchObject({
    value: { standing: 'counted' },
  })
  expect(await post(countId)).toMatchObject({ ok: true, value: { difference: -1 } })
  expect(await onHand()).toBe(18)
  const { rows } = await database.pool.query(
    `SELECT quantity, effective_at FROM inventory_event WHERE record_id = $1 AND type = 'Counted'`,
    [variantId * 10],
  )
  expect(rows).toEqual([{ quantity: -1, effective_at: happenedAt }])
  const history = createStockHistory(database)
  const then = await history.record(variantId * 10, { at: happenedAt, axis: 'effective' })
  const asWritten = await history.record(variantId * 10, { at: happenedAt, axis: 'recorded' })
  expect([then.onHand, asWritten.onHand]).toEqual([19, 20])
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('a count of the past says nothing any more once somebody has corrected the books since', async () => {
  const countId = await open()
  await new Promise((resolve) => setTimeout(resolve, 5))
  const happenedAt = await moment()
  const adjusted = { variantId, recordId: variantId * 10, delta: -3, reason: 'count' as const }
  await engine.execute({ kind: 'adjust', origin, ...adjusted })
  const looked = await desk.look(origin, { countId, sku: sku(), counted: 17, happenedAt })
  expect(looked).toMatchObject({ value: { standing: 'uncounted' } })
  expect(await post(countId)).toMatchObject({ ok: false, error: { code: 'COUNT_UNFINISHED' } })
  expect(await onHand()).toBe(17)
})
