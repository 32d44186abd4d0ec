import { randomUUID } from 'node:crypto'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { disagreements, standing } from './agreement'
import { fillBag, openShop, orderFor, origin, type Shop, shopperOf } from './open-shop'

let database: TestDatabase
let shop: Shop
/** How often who has an order open was told to look again, without a message. */
let moves = 0
let variantId = 100
let sku = ''

beforeAll(async () => {
  database = await createTestDatabase()
  shop = openShop(database.url, {
    moved: () => {
      moves += 1
    },
  })
  await insertStock(database.pool, { variantId: 1, units: [1] })
})
afterAll(async () => {
  await shop.close()
  await database.drop()
})
beforeEach(async () => {
  variantId += 1
  sku = `SKU-${variantId}`
  await insertStock(database.pool, { variantId, units: [2] })
})
afterEach(async () => expect(await disagreements(shop)).toEqual([]))

test('a guest fills a bag, pays and has an order; the bag is empty and the units are sold', async () => {
  const cartId = await fillBag(shop, [sku])
  const order = orderFor(1)
  moves = 0
  const placed = await shop.checkout.place({ cartId, origin }, order)
  if (!placed.ok) throw new Error(placed.error.code)
  expect(placed.value.order).toMatchObject({ state: 'confirmed', totalMinor: 10_490, taxMinor: 1_718 + 102 })
  expect(placed.value.order.timeline.map((entry) => entry.type)).toEqual([
    'placed',
    'stock-held',
    'payment-authorised',
    'stock-committed',
    'payment-captured',
    'confirmed',
  ])
  // Beginning and end are messages; of the steps between whoever has the order open is told by the way.
  const { rows: told } = await shop.pool.query<{ type: string }>(
    `SELECT payload->>'type' AS type FROM outbox WHERE topic = 'order' AND key = $1 ORDER BY position`,
    [order.orderId],
  )
  expect(told.map(({ type }) => type)).toEqual(['CheckoutStarted', 'OrderConfirmed'])
  expect(moves).toBe(4)
  expect((await shop.bag.get(cartId)).lines).toEqual([])
  expect(await standing(shop, order.orderId)).toMatchObject({ allocated: 1, reserved: 0, bank: 'captured' })
  const byLink = await shop.orders.byNumber(placed.value.order.number, { accessToken: placed.value.accessToken })
  expect(byLink.ok).toBe(true)
  expect(await shop.orders.byNumber(placed.value.order.number, { accessToken: 'guessed' })).toMatchObject({ ok: false })
  expect(await shop.orders.byNumber(placed.value.order.number, { userId: randomUUID() })).toMatchObject({ ok: false })
})

test('twenty taps on "place order" make one order and one charge, and all get the same answer', async () => {
  const cartId = await fillBag(shop, [sku])
  const order = orderFor(1)
  const answers = await Promise.all(Array.from({ length: 20 }, () => shop.checkout.place({ cartId, origin }, order)))
  expect(answers.map((answer) => (answer.ok ? answer.value.order.state : answer.error.code))).toEqual(
    Array.from({ length: 20 }, () => 'confirmed'),
  )
  expect(new Set(answers.map((answer) => answer.ok && answer.value.accessToken)).size).toBe(1)
  const { rows } = await shop.pool.query(`SELECT count(*)::int AS n FROM orders WHERE cart_id = $1`, [cartId])
  expect(rows[0].n).toBe(1)
  const again = await shop.checkout.place({ cartId, origin }, order)
  expect(again.ok && again.value.order.state).toBe('confirmed')
})

test('the same order id with another content is refused', async () => {
  const cartId = await fillBag(shop, [sku])
  const order = orderFor(1)
  await shop.checkout.place({ cartId, origin }, order)
  const other = await shop.checkout.place({ cartId, origin }, { ...order, email: 'eve@example.org' })
  expect(other).toEqual({ ok: false, error: { code: 'ORDER_ID_REUSED', orderId: order.orderId } })
})

test('two tabs paying for one bag under two order ids: one order, the other learns that', async () => {
  const cartId = await fillBag(shop, [sku])
  const answers = await Promise.all([1, 2].map(() => shop.checkout.place({ cartId, origin }, orderFor(1))))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  const refused = answers.find((answer) => !answer.ok)
  expect(['CHECKOUT_IN_PROGRESS', 'BAG_EMPTY']).toContain(refused && !refused.ok && refused.error.code)
})

test('a declined card leaves bag and hold as they were, and another card buys', async () => {
  const cartId = await fillBag(shop, [sku])
  const declined = orderFor(1, { paymentMethod: 'card-decline' })
  const first = await shop.checkout.place({ cartId, origin }, declined)
  expect(first).toEqual({ ok: false, error: { code: 'PAYMENT_DECLINED', declineCode: 'card_declined' } })
  // The same order again says the same; it does not ask the bank again.
  expect(await shop.checkout.place({ cartId, origin }, declined)).toEqual(first)
  expect((await shop.bag.get(cartId)).lines).toMatchObject([{ sku, hold: { state: 'held' } }])
  expect(await standing(shop, declined.orderId)).toMatchObject({ order: 'payment_failed', allocated: 0, reserved: 1 })
  const second = await shop.checkout.place({ cartId, origin }, orderFor(1))
  expect(second.ok && second.value.order.state).toBe('confirmed')
})

test('a total that is not the one the shopper saw is refused with the new one, and nothing happens', async () => {
  const cartId = await fillBag(shop, [sku])
  const order = orderFor(1, { expectedTotalMinor: 1 })
  const answer = await shop.checkout.place({ cartId, origin }, order)
  expect(answer).toMatchObject({ ok: false, error: { code: 'PRICE_CHANGED', quote: { totalMinor: 10_490 } } })
  const { rowCount } = await shop.pool.query('SELECT 1 FROM orders WHERE id = $1', [order.orderId])
  expect(rowCount).toBe(0)
})

test('while an order waits for its bank the bag stays as it is, then both are decided', async () => {
  const cartId = await fillBag(shop, [sku])
  const order = orderFor(1, { paymentMethod: 'card-late' })
  const placed = await shop.checkout.place({ cartId, origin }, order)
  expect(placed.ok && placed.value.order.state).toBe('payment_pending')
  const added = await shop.bag.add(shopperOf(cartId), { requestId: randomUUID(), sku, quantity: 1 })
  expect(added).toEqual({ ok: false, error: { code: 'CHECKOUT_IN_PROGRESS', orderId: order.orderId } })
  await expect.poll(() => shop.checkout.resume(order.orderId), { timeout: 5_000, interval: 150 }).toBe('terminal')
  expect(await standing(shop, order.orderId)).toMatchObject({ order: 'confirmed', bank: 'captured' })
})

test('a bank that never answers the call is asked later, and the order is decided', async () => {
  const shop = openShop(database.url, { bankTimeoutMs: 300 })
  const cartId = await fillBag(shop, [sku])
  const order = orderFor(1, { paymentMethod: 'card-timeout' })
  const placed = await shop.checkout.place({ cartId, origin }, order)
  expect(placed.ok && placed.value.order.state).toBe('payment_pending')
  await expect.poll(() => shop.checkout.resume(order.orderId), { timeout: 5_000, interval: 150 }).toBe('terminal')
  expect(await standing(shop, order.orderId)).toMatchObject({ order: 'confirmed', bank: 'captured' })
  await shop.close()
})

test('carts with the same two SKUs in opposite order all buy, without a deadlock', async () => {
  const [a, b] = [variantId + 1, variantId + 2]
  variantId = b
  await insertStock(database.pool, { variantId: a, units: [40] })
  await insertStock(database.pool, { variantId: b, units: [40] })
  const { rows: before } = await shop.pool.query(
    'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
  )
  const answers = await Promise.all(
    Array.from({ length: 16 }, async (_, nth) => {
      const skus = nth % 2 === 0 ? [`SKU-${a}`, `SKU-${b}`] : [`SKU-${b}`, `SKU-${a}`]
      return shop.checkout.place({ cartId: await fillBag(shop, skus), origin }, orderFor(2))
    }),
  )
  expect(answers.every((answer) => answer.ok && answer.value.order.state === 'confirmed')).toBe(true)
  const { rows: after } = await shop.pool.query(
    'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
  )
  expect(after[0].deadlocks).toBe(before[0].deadlocks)
})
