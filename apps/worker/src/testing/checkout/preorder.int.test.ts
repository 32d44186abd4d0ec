import { randomUUID } from 'node:crypto'
import { createSupplyDesk, verifyLedger } from '@selvedge/db'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openShop, orderFor, origin, type Shop, shopperOf, totalOf } from './open-shop'

let database: TestDatabase
let shop: Shop
let variantId = 700
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const desk = () => createSupplyDesk({ pool: shop.pool, engine: shop.stock })

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId, units: [5] })
  shop = openShop(database.url, { policy: { holderSharePerMille: 1_000, heatPerMille: 1_000 } })
  await desk().addSupplier({ code: 'MILL', name: 'Mill', email: 'm@example.org', country: 'PT', leadDays: 30 })
})
afterAll(async () => {
  await shop.close()
  await database.drop()
})
beforeEach(async () => {
  variantId += 1
  await insertStock(database.pool, { variantId, units: [1] })
  const lines = [{ sku: `SKU-${variantId}`, units: 2, presale: true }]
  const announced = await desk().announce(
    { announcementId: randomUUID(), supplierId: 1, locationId: 1, expectedOn: inDays(10), lines },
    origin,
  )
  expect(announced).toMatchObject({ ok: true })
})

const put = (cartId: string, quantity: number, allowFuture: boolean) =>
  shop.bag.add(shopperOf(cartId), { requestId: randomUUID(), sku: `SKU-${variantId}`, quantity, allowFuture })

test('what is not here is sold only to those who take it later, and the bag says when', async () => {
  const cartId = randomUUID()
  const refused = await put(cartId, 2, false)
  expect(refused).toMatchObject({ ok: false, error: { code: 'OUT_OF_STOCK', available: 1 } })
  const taken = await put(cartId, 2, true)
  expect(taken).toMatchObject({
    ok: true,
    value: { lines: [{ quantity: 2, promise: { kind: 'preorder', units: 1, shipsOn: inDays(11) } }] },
  })
})

test('an order with units to come stands with its day and its units bound, and the bank has agreed to pay when it leaves', async () => {
  const cartId = randomUUID()
  expect(await put(cartId, 2, true)).toMatchObject({ ok: true })
  const placed = await shop.checkout.place({ cartId, origin }, orderFor(2, { expectedTotalMinor: totalOf(2) }))
  if (!placed.ok) throw new Error(placed.error.code)
  const { order } = placed.value
  expect(order.state).toBe('confirmed')
  expect(order.lines[0]).toMatchObject({
    shipBy: inDays(11),
    promise: { kind: 'preorder', units: 1, kept: 0, state: 'open' },
  })
  expect(order.timeline.map(({ type }) => type)).toContain('promised')
  const { rows } = await shop.pool.query('SELECT state FROM payment WHERE order_id = $1', [order.orderId])
  expect(rows).toEqual([{ state: 'authorised' }])
  expect(await verifyLedger(shop.pool)).toEqual([])
})

test('an order of what is here is paid at once, as ever, and promises nothing', async () => {
  const cartId = randomUUID()
  expect(await put(cartId, 1, true)).toMatchObject({ ok: true })
  const placed = await shop.checkout.place({ cartId, origin }, orderFor(1))
  if (!placed.ok) throw new Error(placed.error.code)
  expect(placed.value.order.lines[0]?.promise).toBeUndefined()
  const { rows } = await shop.pool.query('SELECT state FROM payment WHERE order_id = $1', [placed.value.order.orderId])
  expect(rows).toEqual([{ state: 'captured' }])
})

test('whoever has the order open sees its promised day move, without a new entry in its timeline', async () => {
  const cartId = randomUUID()
  expect(await put(cartId, 2, true)).toMatchObject({ ok: true })
  const placed = await shop.checkout.place({ cartId, origin }, orderFor(2, { expectedTotalMinor: totalOf(2) }))
  if (!placed.ok) throw new Error(placed.error.code)
  const { order, accessToken } = placed.value
  const seq = order.timeline.at(-1)?.seq ?? 0
  const { rows } = await shop.pool.query<{ number: string; version: number }>(
    `SELECT s.number, s.version FROM inbound_shipment s JOIN inbound_shipment_line l ON l.shipment_id = s.id WHERE l.variant_id = $1`,
    [variantId],
  )
  const shipment = rows[0]
  if (!shipment) throw new Error('no shipment')
  const leave = new AbortController()
  const days: (string | undefined)[] = []
  // As a page that has rendered the order comes: it has seen the timeline to its end.
  for await (const answer of shop.orders.watch(
    order.number,
    { accessToken },
    { afterSeq: seq, signal: leave.signal },
  )) {
    if (!answer.ok) throw new Error(answer.error.code)
    days.push(answer.value.lines[0]?.shipBy)
    if (days.length === 1) {
      const { number, version: expectedVersion } = shipment
      expect(await desk().change({ number, expectedVersion, expectedOn: inDays(30), lines: [] }, origin)).toMatchObject(
        {
          ok: true,
        },
      )
    } else leave.abort()
  }
  expect(days).toEqual([inDays(11), inDays(31)])
})
