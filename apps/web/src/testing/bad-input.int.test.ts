import { randomUUID } from 'node:crypto'
import type { Viewer } from '@selvedge/core'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { TRPCError } from '@trpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Counter, openCounter } from './open-counter'

let database: TestDatabase
let counter: Counter

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId: 1, units: [5] })
  counter = openCounter(database)
})
afterAll(async () => {
  await counter.close()
  await database.drop()
})

const order = (changes: object = {}) => ({
  orderId: randomUUID(),
  email: 'ada@example.org',
  address: { name: 'Ada', line1: 'Prinsengracht 1', city: 'Amsterdam', postcode: '1015 DV', country: 'NL' as const },
  shippingMethod: 'standard' as const,
  paymentMethod: 'card-approve' as const,
  expectedTotalMinor: 10_490,
  ...changes,
})
const codeOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call
  } catch (error) {
    if (error instanceof TRPCError) return error.code
    throw error
  }
  return 'accepted'
}
/** Everything that a refused call must leave as it was. */
const everything = async (): Promise<unknown> => {
  const { rows } = await database.pool.query(
    `SELECT (SELECT count(*) FROM orders) AS orders, (SELECT count(*) FROM payment) AS payments, (SELECT count(*) FROM outbox) AS messages,
      (SELECT count(*) FROM inventory_event) AS ledger, (SELECT count(*) FROM reservation) AS holds,
      (SELECT json_agg(l ORDER BY l.line_id) FROM cart_line l) AS lines, (SELECT json_agg(s) FROM stock_level s) AS levels`,
  )
  return rows[0]
}
const changesNothing = async (call: () => Promise<unknown>, code: string): Promise<void> => {
  const before = await everything()
  expect(await codeOf(call())).toBe(code)
  expect(await everything()).toEqual(before)
}

test.each([0, -1, 1.5, 1e9, 2 ** 31, 2 ** 53 + 2, Number.NaN, Number.POSITIVE_INFINITY])(
  'a quantity of %d is refused and changes nothing',
  async (quantity) => {
    const browser = counter.browser()
    const request = { requestId: randomUUID(), sku: 'SKU-1', quantity }
    await changesNothing(() => browser.shop.bag.add(request), 'BAD_REQUEST')
    const held = await browser.shop.bag.add({ requestId: randomUUID(), sku: 'SKU-1', quantity: 1 })
    const lineId = held.lines[0]?.lineId ?? ''
    await changesNothing(
      () => browser.shop.bag.setQuantity({ requestId: randomUUID(), lineId, quantity }),
      'BAD_REQUEST',
    )
    await browser.shop.bag.remove({ lineId })
  },
)

test.each(['1', null, [1], { valueOf: 1 }])('a quantity that is no number (%j) is refused', async (quantity) => {
  const request = { requestId: randomUUID(), sku: 'SKU-1', quantity: 1 }
  await changesNothing(() => counter.browser().shop.bag.add(Object.assign(request, { quantity })), 'BAD_REQUEST')
})

test('an unknown SKU, a request id that is none, and fields nobody asked for are refused', async () => {
  const { shop } = counter.browser()
  const request = { requestId: randomUUID(), sku: 'SKU-1', quantity: 1 }
  await changesNothing(() => shop.bag.add({ ...request, sku: "x' OR '1'='1" }), 'NOT_FOUND')
  await changesNothing(() => shop.bag.add({ ...request, requestId: 'mine' }), 'BAD_REQUEST')
  for (const extra of [{ unitPriceMinor: 1 }, { cartId: randomUUID() }, { userId: 'admin' }, { currency: 'JPY' }]) {
    await changesNothing(() => shop.bag.add({ ...request, ...extra }), 'BAD_REQUEST')
  }
})

test('a forged price is answered with the real one, and nothing is ordered', async () => {
  const browser = counter.browser()
  await browser.shop.bag.add({ requestId: randomUUID(), sku: 'SKU-1', quantity: 1 })
  await changesNothing(() => browser.shop.checkout.place(order({ expectedTotalMinor: 1 })), 'CONFLICT')
  for (const forged of [{ totalMinor: 1 }, { discountMinor: 9_900 }, { lines: [] }, { state: 'confirmed' }]) {
    await changesNothing(() => browser.shop.checkout.place(order(forged)), 'BAD_REQUEST')
  }
  for (const total of [-1, 0.5, 3e9]) {
    await changesNothing(() => browser.shop.checkout.place(order({ expectedTotalMinor: total })), 'BAD_REQUEST')
  }
  const quote = await browser.shop.checkout.quote({ shippingMethod: 'standard' })
  expect(quote).toMatchObject({ totalMinor: 10_490, currency: 'EUR' })
})

test("another browser's lines and orders are not there, and a stranger sees no order", async () => {
  const owner = counter.browser()
  const bag = await owner.shop.bag.add({ requestId: randomUUID(), sku: 'SKU-1', quantity: 1 })
  const lineId = bag.lines[0]?.lineId ?? ''
  const stranger = counter.browser()
  expect((await stranger.shop.bag.get()).lines).toEqual([])
  const theirs = { requestId: randomUUID(), lineId }
  await changesNothing(() => stranger.shop.bag.setQuantity({ ...theirs, quantity: 2 }), 'NOT_FOUND')
  await changesNothing(() => stranger.shop.bag.takeAgain(theirs), 'NOT_FOUND')
  await changesNothing(() => stranger.shop.bag.extend({ lineId }), 'NOT_FOUND')
  await changesNothing(() => stranger.shop.bag.remove({ lineId }), 'accepted')

  const placed = await owner.shop.checkout.place(order())
  const { number } = placed.order
  expect((await owner.shop.bag.get()).lines).toEqual([])
  expect(await codeOf(stranger.shop.orders.byNumber({ number }))).toBe('NOT_FOUND')
  expect(await codeOf(stranger.shop.orders.byNumber({ number, accessToken: 'x'.repeat(43) }))).toBe('NOT_FOUND')
  expect(await codeOf(stranger.shop.orders.byNumber({ number: '1' }))).toBe('NOT_FOUND')
  const byLink = await stranger.shop.orders.byNumber({ number, accessToken: placed.accessToken })
  expect(byLink.number).toBe(number)
})

test('an order placed again after its answer was lost is answered again, also when the bag is forgotten', async () => {
  const browser = counter.browser()
  await browser.shop.bag.add({ requestId: randomUUID(), sku: 'SKU-1', quantity: 1 })
  const request = order()
  const first = await browser.shop.checkout.place(request)
  expect((await browser.shop.checkout.place(request)).order.number).toBe(first.order.number)
  await changesNothing(() => browser.shop.checkout.place(order()), 'PRECONDITION_FAILED')
})

test('my orders are mine: a guest has none, a shopper sees the own ones, and staff pages are for staff', async () => {
  const ada: Viewer = { userId: 'ada', email: 'ada@example.org', name: 'Ada', role: 'shopper' }
  const bob: Viewer = { ...ada, userId: 'bob' }
  const browser = counter.browser(ada)
  await browser.shop.bag.add({ requestId: randomUUID(), sku: 'SKU-1', quantity: 1 })
  const { order: placed } = await browser.shop.checkout.place(order())
  expect((await browser.shop.orders.mine({})).items.map((item) => item.number)).toEqual([placed.number])
  expect((await counter.browser(bob).shop.orders.mine({})).items).toEqual([])
  expect(await codeOf(counter.browser(bob).shop.orders.byNumber({ number: placed.number }))).toBe('NOT_FOUND')
  expect(await codeOf(counter.browser().shop.orders.mine({}))).toBe('UNAUTHORIZED')
  expect(await codeOf(browser.admin.orders.list({}))).toBe('FORBIDDEN')
  expect(await codeOf(browser.admin.orders.byNumber({ number: placed.number }))).toBe('FORBIDDEN')
  const staff = counter.browser({ ...ada, userId: 'eve', role: 'merchandiser' })
  const detail = await staff.admin.orders.byNumber({ number: placed.number })
  expect(detail).toMatchObject({ saga: { step: 'done', state: 'done' }, payments: [{ state: 'captured' }] })
  const page = await staff.admin.orders.list({ limit: 1 })
  expect(page.items).toHaveLength(1)
  const next = await staff.admin.orders.list({ limit: 1, before: page.next })
  expect(next.items[0]?.number).not.toBe(page.items[0]?.number)
})

test('a request from another site changes nothing', async () => {
  const browser = counter.browser(undefined, { sameSite: false })
  const request = { requestId: randomUUID(), sku: 'SKU-1', quantity: 1 }
  await changesNothing(() => browser.shop.bag.add(request), 'FORBIDDEN')
  await changesNothing(() => browser.shop.checkout.place(order()), 'FORBIDDEN')
})
