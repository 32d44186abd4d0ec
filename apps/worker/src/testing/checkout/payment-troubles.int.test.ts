import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { CheckoutSettings, PaymentProvider } from '@selvedge/core'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { disagreements, standing } from './agreement'
import { fillBag, openShop, orderFor, origin, type Shop, shopperOf, totalOf } from './open-shop'
import { endHolds, inTrouble, type Trouble, takeAll } from './troubles'

let database: TestDatabase
let shops: Shop[] = []
let variantId = 100
let sku = ''

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  variantId += 1
  sku = `SKU-${variantId}`
  await insertStock(database.pool, { variantId, units: [2] })
})
afterEach(async () => {
  const [first] = shops
  if (first) expect(await disagreements(first)).toEqual([])
  await Promise.all(shops.map((shop) => shop.close()))
  shops = []
})

const open = (
  payments?: (bank: PaymentProvider, shop: () => Shop) => PaymentProvider,
  settings: Partial<CheckoutSettings> = {},
): Shop => {
  const shop: Shop = openShop(database.url, {
    poolMax: 4,
    settings,
    ...(payments ? { payments: (bank) => payments(bank, () => shop) } : {}),
  })
  shops.push(shop)
  return shop
}

const troubled = (trouble: Trouble, cartId: () => string): Shop =>
  open((bank, shop) => inTrouble(bank, trouble, () => ({ ...shop(), cartId: cartId(), variantId })))

test('a hold that ends during the payment is taken again when the unit is still there', async () => {
  let cartId = ''
  const shop = troubled('hold-ends', () => cartId)
  cartId = await fillBag(shop, [sku])
  const order = orderFor(1)
  const placed = await shop.checkout.place({ cartId, origin }, order)
  expect(placed.ok && placed.value.order.state).toBe('confirmed')
  expect(await standing(shop, order.orderId)).toMatchObject({ allocated: 1, bank: 'captured' })
})

test('a hold that ends during the payment while somebody else takes the unit: they keep it, nobody is charged', async () => {
  let cartId = ''
  const shop = troubled('hold-ends-and-units-go', () => cartId)
  cartId = await fillBag(shop, [sku])
  const order = orderFor(1)
  const placed = await shop.checkout.place({ cartId, origin }, order)
  expect(placed).toEqual({
    ok: false,
    error: { code: 'LINES_OUT_OF_STOCK', lines: [{ sku, requested: 1, available: 0 }] },
  })
  expect(await standing(shop, order.orderId)).toMatchObject({ order: 'cancelled', allocated: 0, bank: 'voided' })
})

test('money that cannot be taken gives the units back and voids the authorisation', async () => {
  let cartId = ''
  const shop = troubled('capture-refused', () => cartId)
  cartId = await fillBag(shop, [sku])
  const order = orderFor(1)
  const placed = await shop.checkout.place({ cartId, origin }, order)
  expect(placed).toEqual({ ok: false, error: { code: 'PAYMENT_FAILED', because: 'capture_refused' } })
  expect(await standing(shop, order.orderId)).toMatchObject({ allocated: 0, reserved: 0, bank: 'voided' })
  expect((await shop.bag.get(cartId)).lines).toMatchObject([{ sku, hold: { state: 'ended' }, available: 2 }])
})

test('a hold lost before the payment: the shopper learns which line, and the bank is never asked', async () => {
  const shop = open()
  const cartId = await fillBag(shop, [sku])
  await endHolds({ ...shop, cartId })
  await takeAll({ ...shop, cartId, variantId }, 2)
  const order = orderFor(1)
  const placed = await shop.checkout.place({ cartId, origin }, order)
  expect(placed).toEqual({
    ok: false,
    error: { code: 'LINES_OUT_OF_STOCK', lines: [{ sku, requested: 1, available: 0 }] },
  })
  expect(await standing(shop, order.orderId)).toMatchObject({ order: 'cancelled', payment: 'voided', bank: undefined })
})

test('an ended hold is taken again at checkout when there are units', async () => {
  const shop = open()
  const cartId = await fillBag(shop, [sku])
  await endHolds({ ...shop, cartId })
  const placed = await shop.checkout.place({ cartId, origin }, orderFor(1))
  expect(placed.ok && placed.value.order.state).toBe('confirmed')
})

test('a bank that stays silent past the payment window: the order is given up, units and money are free', async () => {
  const silent = (bank: PaymentProvider): PaymentProvider => ({
    ...bank,
    authorise: async () => ({ state: 'pending' }),
    lookup: async (key) => ((await bank.lookup(key)).state === 'voided' ? bank.lookup(key) : { state: 'pending' }),
  })
  const shop = open(silent, { paymentWindowMs: 250, retryMs: 50 })
  const cartId = await fillBag(shop, [sku])
  const order = orderFor(1)
  const placed = await shop.checkout.place({ cartId, origin }, order)
  expect(placed.ok && placed.value.order.state).toBe('payment_pending')
  await expect.poll(() => shop.checkout.resume(order.orderId), { timeout: 8_000, interval: 60 }).toBe('terminal')
  expect(await standing(shop, order.orderId)).toMatchObject({
    order: 'cancelled',
    reserved: 0,
    allocated: 0,
    bank: 'voided',
  })
})

test('a charge that went through although its answer was lost is paid back when the order is given up', async () => {
  const lost = (bank: PaymentProvider): PaymentProvider => ({
    ...bank,
    capture: async (input) => {
      await bank.capture(input)
      return { state: 'pending' }
    },
  })
  const shop = open(lost, { paymentWindowMs: 0, retryMs: 20 })
  const cartId = await fillBag(shop, [sku])
  const order = orderFor(1)
  await shop.checkout.place({ cartId, origin }, order)
  await expect.poll(() => shop.checkout.resume(order.orderId), { timeout: 8_000, interval: 60 }).toBe('terminal')
  expect(await standing(shop, order.orderId)).toMatchObject({ order: 'cancelled', allocated: 0, bank: 'refunded' })
})

test('a bank that is broken leaves the order to be finished later, by whoever finds it', async () => {
  let broken = true
  const shop = open((bank) => ({
    ...bank,
    authorise: async (input) => {
      if (broken) throw new Error('connection refused')
      return await bank.authorise(input)
    },
  }))
  const cartId = await fillBag(shop, [sku])
  const order = orderFor(1)
  await expect(shop.checkout.place({ cartId, origin }, order)).rejects.toThrow('connection refused')
  broken = false
  const aMinute = 60_000
  const runningBetween = async (fromMs: number, toMs: number) =>
    (await shop.checkout.findRunning(fromMs, toMs)).map(({ orderId }) => orderId)
  const running = () => runningBetween(Date.now() - aMinute, Date.now() + aMinute)
  expect(await shop.checkout.findStuck(100)).toContain(order.orderId)
  expect(await running()).toContain(order.orderId)
  expect(await runningBetween(Date.now() - 10 * aMinute, Date.now() - aMinute)).not.toContain(order.orderId)
  expect(await shop.checkout.resume(order.orderId)).toBe('terminal')
  expect(await running()).not.toContain(order.orderId)
  expect(await standing(shop, order.orderId)).toMatchObject({ order: 'confirmed', bank: 'captured' })
})

test('a SKU put into the bag twice is one line; beyond the share it is kept without a hold, and can be bought', async () => {
  const shop = open()
  const cartId = await fillBag(shop, [sku, sku])
  expect((await shop.bag.get(cartId)).lines).toMatchObject([
    { sku, quantity: 2, hold: { state: 'none', because: 'share' } },
  ])
  const placed = await shop.checkout.place({ cartId, origin }, orderFor(2, { expectedTotalMinor: totalOf(2) }))
  expect(placed.ok && placed.value.order.lines).toMatchObject([{ sku, quantity: 2 }])
})

test('a watcher of an order sees it move from waiting to confirmed, each position once', async () => {
  const shop = open()
  const cartId = await fillBag(shop, [sku])
  const order = orderFor(1, { paymentMethod: 'card-late' })
  const placed = await shop.checkout.place({ cartId, origin }, order)
  if (!placed.ok) throw new Error(placed.error.code)
  const { number } = placed.value.order
  const { accessToken } = placed.value
  const leave = new AbortController()
  const finish = async () => {
    while ((await shop.checkout.resume(order.orderId)) !== 'terminal') await pause(100)
  }
  const finishing = finish()
  const seen: { state: string; seq: number }[] = []
  for await (const answer of shop.orders.watch(number, { accessToken }, { signal: leave.signal })) {
    if (!answer.ok) throw new Error(answer.error.code)
    seen.push({ state: answer.value.state, seq: answer.value.timeline.at(-1)?.seq ?? 0 })
    if (answer.value.state === 'confirmed') leave.abort()
  }
  await finishing
  expect(seen[0]?.state).toBe('payment_pending')
  expect(seen.at(-1)?.state).toBe('confirmed')
  expect(seen.map(({ seq }) => seq)).toEqual([...new Set(seen.map(({ seq }) => seq))].sort((a, b) => a - b))
})

test('payments at the very moment their holds end, with others waiting for the units: no unit is sold twice, no charge without one', async () => {
  const ends = new Map<string, number>()
  const shop: Shop = open((bank) => ({
    ...bank,
    authorise: async (input) => {
      const answer = await bank.authorise(input)
      await shop.pool.query(
        `UPDATE reservation SET expires_at = clock_timestamp() + $2 * interval '1 millisecond' WHERE state = 'held' AND cart_id =
          (SELECT cart_id FROM orders WHERE 'order-' || id = $1)`,
        [input.idempotencyKey, ends.get(input.idempotencyKey) ?? 0],
      )
      return answer
    },
  }))
  const units = 12
  variantId += 1
  await insertStock(database.pool, { variantId, units: [units] })
  const wished = `SKU-${variantId}`
  const carts = await Promise.all(
    // Half of them hold a unit from the start, all others take one at checkout, if there is one by then.
    Array.from({ length: units * 2 }, async (_, nth) => {
      const cartId = randomUUID()
      const request = { requestId: randomUUID(), sku: wished, quantity: 1 }
      if (nth < units) await shop.bag.add(shopperOf(cartId), request)
      return { cartId, request }
    }),
  )
  let over = false
  const sweeping = (async () => {
    while (!over) {
      await shop.stock.expireDue(500)
      await pause(2)
    }
  })()
  const answers = await Promise.all(
    carts.map(async ({ cartId, request }, nth) => {
      const order = orderFor(1)
      ends.set(`order-${order.orderId}`, (nth % 7) * 4)
      await pause(nth * 3)
      if (nth >= units) await shop.bag.add(shopperOf(cartId), request)
      return await shop.checkout.place({ cartId, origin }, order)
    }),
  )
  over = true
  await sweeping
  const sold = answers.filter((answer) => answer.ok).length
  expect(sold).toBeGreaterThan(0)
  expect(sold).toBeLessThanOrEqual(units)
  for (const answer of answers) {
    if (answer.ok) expect(answer.value.order.state).toBe('confirmed')
    else expect(['LINES_OUT_OF_STOCK', 'BAG_EMPTY']).toContain(answer.error.code)
  }
})
