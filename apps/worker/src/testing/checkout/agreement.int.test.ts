import { randomUUID } from 'node:crypto'
import { createCancellationService, createFulfilmentService } from '@selvedge/core'
import {
  createCancelDesk,
  createFulfilmentDesk,
  createOrderReader,
  createSandboxBooks,
  createSupplyDesk,
} from '@selvedge/db'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { createSandboxProvider } from '@selvedge/infra'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { disagreements } from './agreement'
import { openShop, orderFor, origin, type Shop, shopperOf, totalOf } from './open-shop'

let database: TestDatabase
let shop: Shop
let variantId = 800
const inTenDays = new Date(Date.now() + 864_000_000).toISOString().slice(0, 10)
const supply = () => createSupplyDesk({ pool: shop.pool, engine: shop.stock })
const bank = () => createSandboxProvider({ books: createSandboxBooks(shop), timeoutVisibleMs: 0, lateVisibleMs: 0 })
const cancellation = () =>
  createCancellationService({
    desk: createCancelDesk({ pool: shop.pool, engine: shop.stock }),
    orders: shop.orders,
    reader: createOrderReader(shop),
    payments: bank(),
  })

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId, units: [1] })
  shop = openShop(database.url, { policy: { holderSharePerMille: 1_000, heatPerMille: 1_000 } })
  await supply().addSupplier({ code: 'MILL', name: 'Mill', email: 'm@example.org', country: 'PT', leadDays: 30 })
})
afterEach(async () => expect(await disagreements(shop)).toEqual([]))
afterAll(async () => {
  await shop.close()
  await database.drop()
})

/** Of a piece of its own: what is there, and the rest ahead of a shipment. */
const order = async (units: number, there: number) => {
  variantId += 1
  await insertStock(database.pool, { variantId, units: [there] })
  const line = { sku: `SKU-${variantId}`, units: 5, presale: true }
  await supply().announce(
    { announcementId: randomUUID(), supplierId: 1, locationId: 1, expectedOn: inTenDays, lines: [line] },
    origin,
  )
  const cartId = randomUUID()
  await shop.bag.add(shopperOf(cartId), {
    requestId: randomUUID(),
    sku: line.sku,
    quantity: units,
    allowFuture: units > there,
  })
  const placed = await shop.checkout.place({ cartId, origin }, orderFor(units, { expectedTotalMinor: totalOf(units) }))
  if (!placed.ok) throw new Error(placed.error.code)
  return placed.value.order
}

const send = async (number: string, quantity: number): Promise<void> => {
  const desk = createFulfilmentDesk({ pool: shop.pool, engine: shop.stock })
  const parcelId = randomUUID()
  await desk.start({ number, parcelId, locationId: 1, lines: [{ lineNo: 1, quantity }] }, origin)
  await desk.pack({ parcelId, short: [] }, origin)
  const sent = await createFulfilmentService({ desk, payments: bank() }).ship(
    { parcelId, carrier: 'postnl', trackingNumber: '3SABCD123456' },
    origin,
  )
  if (!sent.ok) throw new Error(sent.error.code)
}

const states = async (orderId: string) => {
  const { rows } = await shop.pool.query<{ order: string; payment: string }>(
    'SELECT o.state AS order, p.state AS payment FROM orders o JOIN payment p ON p.order_id = o.id WHERE o.id = $1',
    [orderId],
  )
  return rows[0]
}

test('an order with units to come agrees while the bank has only agreed, and once a part of it has left', async () => {
  const { orderId, number } = await order(3, 2)
  expect(await states(orderId)).toEqual({ order: 'confirmed', payment: 'authorised' })
  expect(await disagreements(shop)).toEqual([])
  await send(number, 2)
  expect(await states(orderId)).toEqual({ order: 'part_shipped', payment: 'captured' })
})

test('an order whose rest was cancelled agrees, and one that was called off before anything left', async () => {
  const [left, never] = [await order(3, 2), await order(1, 0)]
  await send(left.number, 2)
  for (const { number } of [left, never])
    expect(await cancellation().cancelForShop(number, origin)).toMatchObject({ ok: true })
  expect(await states(left.orderId)).toEqual({ order: 'shipped', payment: 'captured' })
  expect(await states(never.orderId)).toEqual({ order: 'cancelled', payment: 'voided' })
})

test.each([
  ['money that was never taken of an order that left', 'authorised', 'and the bank has it authorised'],
  ['money that was called off of an order that stands', 'voided', 'and the bank has it voided'],
] as const)('%s is found', async (_, state, words) => {
  const { orderId, number } = await order(1, 1)
  await send(number, 1)
  const write = (to: string) =>
    shop.pool.query(
      `WITH told AS (UPDATE payment SET state = $2 WHERE order_id = $1 RETURNING idempotency_key)
      UPDATE sandbox_payment b SET state = $2 FROM told WHERE b.idempotency_key = told.idempotency_key`,
      [orderId, to],
    )
  await write(state)
  expect(await disagreements(shop)).toEqual([expect.stringContaining(words)])
  await write('captured')
})

test('units set aside for an order that does not stand are found', async () => {
  const { orderId } = await order(1, 1)
  const write = (to: string) => shop.pool.query('UPDATE orders SET state = $2 WHERE id = $1', [orderId, to])
  await write('payment_failed')
  expect(await disagreements(shop)).toContainEqual(`SKU ${variantId} has 1 allocated for 0 sold`)
  await write('confirmed')
})
