import { randomUUID } from 'node:crypto'
import { createFulfilmentService, type FulfilmentView, type PaymentAnswer } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStockEngine, type PgStockEngine } from '../inventory/stock-engine'
import { verifyLedger } from '../inventory/verify'
import { createCancelDesk } from '../orders/cancel-desk'
import { createOrderReader } from '../orders/order-reader'
import { createReturnDesk } from '../returns/return-desk'
import { createSupplyDesk } from '../supply/supply-desk'
import { createTestDatabase, insertStock, placeOrder, type TestDatabase } from '../testing/index'
import { createFulfilmentDesk } from './fulfilment-desk'

let database: TestDatabase
let engine: PgStockEngine
const origin = { actor: 'staff:test', correlationId: 'parcel-test' }
const label = { carrier: 'postnl', trackingNumber: '3SABCD123456' } as const

beforeAll(async () => {
  database = await createTestDatabase()
  engine = createStockEngine({ pool: database.pool })
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})

const desk = () => createFulfilmentDesk({ pool: database.pool, engine })
const service = (capture: () => Promise<PaymentAnswer> = async () => ({ state: 'captured', ref: 'r' })) =>
  createFulfilmentService({ desk: desk(), payments: { capture } })

const placed = (wanted: Parameters<typeof placeOrder>[1], payment?: 'captured' | 'authorised') =>
  placeOrder({ pool: database.pool, engine }, wanted, payment)

const level = async (recordId: number) =>
  (await database.pool.query('SELECT * FROM stock_level WHERE record_id = $1', [recordId])).rows[0]
const must = (answer: Awaited<ReturnType<ReturnType<typeof desk>['ofOrder']>>): FulfilmentView => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}
const start = (
  number: string,
  locationId: number,
  lines: readonly (readonly [number, number])[],
  parcelId = randomUUID(),
) =>
  desk().start(
    { number, parcelId, locationId, lines: lines.map(([lineNo, quantity]) => ({ lineNo, quantity })) },
    origin,
  )
const sendAll = async (number: string, locationId: number, lines: readonly (readonly [number, number])[]) => {
  const parcelId = randomUUID()
  must(await start(number, locationId, lines, parcelId))
  must(await desk().pack({ parcelId, short: [] }, origin))
  must(await service().ship({ parcelId, ...label }, origin))
  return parcelId
}
const view = async (number: string) => (await createOrderReader(database).byNumber(number))?.view

test('an order over two places leaves in two parcels, and is under way between them', async () => {
  await insertStock(database.pool, { variantId: 1, units: [3, 4] })
  const { number } = await placed([[1, 5]])
  const { ready } = must(await desk().ofOrder(number))
  expect(ready.map(({ locationId, units }) => [locationId, units])).toEqual([
    [1, 3],
    [2, 2],
  ])
  const first = await sendAll(number, 1, [[1, 3]])
  expect(await view(number)).toMatchObject({
    state: 'part_shipped',
    lines: [{ sent: 3 }],
    parcels: [{ carrier: 'postnl', trackingNumber: '3SABCD123456', lines: [{ sku: 'SKU-1', quantity: 3 }] }],
  })
  const second = await sendAll(number, 2, [[1, 2]])
  expect(await view(number)).toMatchObject({ state: 'shipped', lines: [{ sent: 5 }] })
  expect(await level(10)).toMatchObject({ on_hand: 0, allocated: 0 })
  expect(await level(11)).toMatchObject({ on_hand: 2, allocated: 0 })
  for (const parcelId of [first, second]) must(await desk().deliver(parcelId, origin))
  expect(await view(number)).toMatchObject({ state: 'delivered' })
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('a parcel asked for again, packed again and sent again is one parcel, sent once', async () => {
  await insertStock(database.pool, { variantId: 2, units: [4] })
  const { orderId, number } = await placed([[2, 2]])
  const parcelId = randomUUID()
  const begun = await Promise.all(Array.from({ length: 4 }, () => start(number, 1, [[1, 2]], parcelId)))
  expect(begun.every((answer) => answer.ok && answer.value.parcels.length === 1)).toBe(true)
  expect(await start(number, 1, [[1, 1]], parcelId)).toMatchObject({ error: { code: 'PARCEL_ID_REUSED' } })
  expect(await start(number, 1, [[1, 1]])).toMatchObject({ error: { code: 'PARCEL_EXCEEDS_READY', ready: 0 } })
  for (const _ of [1, 2]) must(await desk().pack({ parcelId, short: [] }, origin))
  const sent = await Promise.all(Array.from({ length: 4 }, () => service().ship({ parcelId, ...label }, origin)))
  expect(sent.every((answer) => answer.ok && answer.value.state === 'shipped')).toBe(true)
  expect(await level(20)).toMatchObject({ on_hand: 2, allocated: 0 })
  const { rows } = await database.pool.query(
    `SELECT count(*)::int AS n FROM outbox WHERE payload->>'type' = 'ParcelShipped' AND key = $1`,
    [orderId],
  )
  expect(rows).toEqual([{ n: 1 }])
  expect(await service().ship({ parcelId, ...label, trackingNumber: 'ANOTHER-ONE' }, origin)).toMatchObject({
    error: { code: 'PARCEL_STATE', state: 'shipped' },
  })
})

test('what the picker does not find leaves the books, and its promise moves to a place that has it', async () => {
  await insertStock(database.pool, { variantId: 3, units: [2, 5] })
  const { number } = await placed([[3, 2]])
  const parcelId = randomUUID()
  must(await start(number, 1, [[1, 2]], parcelId))
  const packed = must(await desk().pack({ parcelId, short: [{ lineNo: 1, packed: 1 }] }, origin))
  expect(packed.ready).toMatchObject([{ locationId: 2, units: 1 }])
  expect(await level(30)).toMatchObject({ on_hand: 1, allocated: 1, short: 0 })
  expect(await level(31)).toMatchObject({ on_hand: 5, allocated: 1 })
  must(await service().ship({ parcelId, ...label }, origin))
  await sendAll(number, 2, [[1, 1]])
  expect(await view(number)).toMatchObject({ state: 'shipped' })
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('what nobody has is short, is cancelled with what it cost, and the rest of the order goes on', async () => {
  await insertStock(database.pool, { variantId: 4, units: [3] })
  const { orderId, number } = await placed([[4, 3]])
  const parcelId = randomUUID()
  must(await start(number, 1, [[1, 3]], parcelId))
  must(await desk().pack({ parcelId, short: [{ lineNo: 1, packed: 2 }] }, origin))
  expect(await level(40)).toMatchObject({ on_hand: 2, allocated: 3, short: 1 })
  const cancel = () => createCancelDesk({ pool: database.pool, engine }).cancel(orderId, 'CANCELLED_BY_STAFF', origin)
  expect(await cancel()).toMatchObject({ error: { code: 'ORDER_NOT_CANCELLABLE', state: 'packed' } })
  must(await service().ship({ parcelId, ...label }, origin))
  const answers = await Promise.all(Array.from({ length: 4 }, cancel))
  expect(answers.every((answer) => answer.ok)).toBe(true)
  expect(await view(number)).toMatchObject({ state: 'shipped', lines: [{ sent: 2, cancelled: 1 }] })
  expect(await level(40)).toMatchObject({ on_hand: 0, allocated: 0, short: 0 })
  const returns = createReturnDesk({ pool: database.pool, engine })
  const due = await returns.dueRefunds(10, orderId)
  expect(due.map(({ amountMinor }) => amountMinor)).toEqual([1_001])
  for (const { refundId } of due) await returns.settleRefund(refundId, { state: 'done', ref: 'r' })
  expect((await view(number))?.timeline.at(-1)).toMatchObject({ type: 'refunded', facts: { amountMinor: 1_001 } })
  expect((await returns.returnable(orderId))?.lines).toMatchObject([{ returnable: 2 }])
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('units sold ahead wait for their shipment; the money is taken before the first parcel leaves, or nothing leaves', async () => {
  await insertStock(database.pool, { variantId: 5, units: [1] })
  const supply = createSupplyDesk({ pool: database.pool, engine })
  await supply.addSupplier({ code: 'MILL', name: 'Mill', email: 'm@b.example', country: 'PT', leadDays: 9 })
  const expectedOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
  const lines = [{ sku: 'SKU-5', units: 4, presale: true }]
  await supply.announce({ announcementId: randomUUID(), supplierId: 1, locationId: 1, expectedOn, lines }, origin)
  const { orderId, number } = await placed([[5, 2]], 'authorised')
  const open = must(await desk().ofOrder(number))
  expect(open).toMatchObject({ ready: [{ units: 1 }], waiting: [{ lineNo: 1, units: 1 }] })
  const parcelId = randomUUID()
  must(await start(number, 1, [[1, 1]], parcelId))
  must(await desk().pack({ parcelId, short: [] }, origin))
  const declined = service(async () => ({ state: 'declined', ref: 'r', declineCode: 'expired_card' }))
  expect(await declined.ship({ parcelId, ...label }, origin)).toEqual({
    ok: false,
    error: { code: 'PAYMENT_NOT_CAPTURED', number, because: 'expired_card' },
  })
  expect(await level(50)).toMatchObject({ on_hand: 1, allocated: 2 })
  must(await service().ship({ parcelId, ...label }, origin))
  const { rows } = await database.pool.query('SELECT state FROM payment WHERE order_id = $1', [orderId])
  expect(rows).toEqual([{ state: 'captured' }])
  expect((await view(number))?.state).toBe('part_shipped')

  const cancelled = await createCancelDesk({ pool: database.pool, engine }).cancel(
    orderId,
    'CANCELLED_BY_BUYER',
    origin,
  )
  expect(cancelled.ok).toBe(true)
  expect(await view(number)).toMatchObject({ state: 'shipped', lines: [{ promise: { state: 'cancelled' } }] })
  expect(await level(50)).toMatchObject({ on_hand: 0, allocated: 0, oversell_cap: 4 })
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('of two who pick the last unit, one gets it; a parcel put back gives it to the other', async () => {
  await insertStock(database.pool, { variantId: 6, units: [1] })
  const { number } = await placed([[6, 1]])
  const ids = [randomUUID(), randomUUID()]
  const both = await Promise.all(ids.map((parcelId) => start(number, 1, [[1, 1]], parcelId)))
  expect(both.filter((answer) => answer.ok)).toHaveLength(1)
  const winner = ids[both.findIndex((answer) => answer.ok)] ?? ''
  must(await desk().putBack(winner, origin))
  await sendAll(number, 1, [[1, 1]])
  expect(await desk().putBack(randomUUID(), origin)).toMatchObject({ error: { code: 'PARCEL_NOT_FOUND' } })
  expect(await start('no-such', 1, [[1, 1]])).toMatchObject({ error: { code: 'ORDER_NOT_FOUND' } })
  expect(await start(number, 1, [[1, 1]])).toMatchObject({ error: { code: 'ORDER_NOT_SHIPPABLE', state: 'shipped' } })
})
