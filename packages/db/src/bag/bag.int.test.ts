import { randomUUID } from 'node:crypto'
import {
  type BagService,
  type BagView,
  createBagService,
  DEFAULT_HOLD_POLICY,
  type HoldPolicy,
  type StockEngine,
} from '@selvedge/core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createStockEngine } from '../inventory/stock-engine'
import { createStockReader } from '../inventory/stock-reader'
import { verifyLedger } from '../inventory/verify'
import { createSupplyReader } from '../supply/supply-reader'
import { createTestDatabase, insertStock, type TestDatabase } from '../testing/index'
import { createBagStore } from './bag-store'
import { createChannelReader } from './channel-reader'

let database: TestDatabase
let stock: StockEngine
let bag: BagService
let policy: HoldPolicy
let variantId = 100
let sku = ''

const origin = { actor: 'test', correlationId: 'test' }
const ROOMY: HoldPolicy = { ...DEFAULT_HOLD_POLICY, holderSharePerMille: 1_000, heatPerMille: 1_000 }

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId: 1, units: [1] })
  stock = createStockEngine({ pool: database.pool })
  const stored = createChannelReader({ pool: database.pool })
  bag = createBagService({
    store: createBagStore({ pool: database.pool }),
    channels: { current: async () => ({ ...(await stored.current()), holdPolicy: policy }) },
    stock,
    stockReader: createStockReader({ pool: database.pool }),
    supply: createSupplyReader({ pool: database.pool }),
    nowMs: Date.now,
  })
})
afterAll(async () => {
  await stock.close()
  await database.drop()
})
beforeEach(async () => {
  policy = ROOMY
  variantId += 1
  sku = `SKU-${variantId}`
  await insertStock(database.pool, { variantId, units: [5] })
})
afterEach(async () => expect(await verifyLedger(database.pool)).toEqual([]))

const shopper = (cartId: string, userId?: string) => ({ cartId, userId, origin })
const added = async (cartId: string, quantity = 1, wanted = sku, userId?: string): Promise<BagView> => {
  const answer = await bag.add(shopper(cartId, userId), { requestId: randomUUID(), sku: wanted, quantity })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}
const lineOf = (view: BagView) => {
  const [line] = view.lines
  if (!line) throw new Error('no line')
  return line
}
const heldUnits = async (): Promise<number> => {
  const { rows } = await database.pool.query<{ n: number }>(
    'SELECT sum(reserved)::int AS n FROM stock_level WHERE variant_id = $1',
    [variantId],
  )
  return rows[0]?.n ?? 0
}

test('a line is held for ten minutes by the database, and what is left is what others can take', async () => {
  const view = await added(randomUUID(), 2)
  const { hold, ...line } = lineOf(view)
  expect(line).toMatchObject({ sku, quantity: 2, unitPriceMinor: 9_900, totalMinor: 19_800, available: 3 })
  expect(hold).toMatchObject({ state: 'held', extendable: true })
  const lasts = hold.state === 'held' ? hold.expiresAtMs - view.serverNowMs : 0
  expect(lasts).toBeGreaterThan(590_000)
  expect(lasts).toBeLessThanOrEqual(600_000)
})

test('the same tap sent twice, or twenty times at once, adds once', async () => {
  const cartId = randomUUID()
  const request = { requestId: randomUUID(), sku, quantity: 2 }
  const answers = await Promise.all(Array.from({ length: 20 }, () => bag.add(shopper(cartId), request)))
  expect(answers.every((answer) => answer.ok && lineOf(answer.value).quantity === 2)).toBe(true)
  expect(await heldUnits()).toBe(2)
  const grown = await added(cartId, 1)
  expect(lineOf(grown).quantity).toBe(3)
  // The first tap, late, from a browser that thinks it was lost.
  const late = await bag.add(shopper(cartId), request)
  expect(late.ok && lineOf(late.value).quantity).toBe(3)
  expect(await heldUnits()).toBe(3)
})

test('two web processes changing one bag never count a unit twice', async () => {
  const cartId = randomUUID()
  const reader = createStockReader({ pool: database.pool })
  const channels = { current: async () => ({ code: 'eu', currency: 'EUR', taxRateBp: 2_100, holdPolicy: policy }) }
  const store = createBagStore({ pool: database.pool })
  const other = createBagService({
    store,
    channels,
    stock,
    stockReader: reader,
    supply: createSupplyReader(database),
    nowMs: Date.now,
  })
  await added(cartId)
  const answers = await Promise.all(
    [bag, other].map((service) => service.add(shopper(cartId), { requestId: randomUUID(), sku, quantity: 1 })),
  )
  const { quantity } = lineOf(await bag.get(cartId))
  expect(quantity).toBe(1 + answers.filter((answer) => answer.ok).length)
  expect(await heldUnits()).toBe(quantity)
  for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('BAG_CHANGED')
})

test('a wish beyond the stock is refused with what there is, and the line stays as it was', async () => {
  const cartId = randomUUID()
  const before = await added(cartId, 3)
  await added(randomUUID(), 2)
  policy = { ...ROOMY, maxUnitsPerSku: 10 }
  const { lineId } = lineOf(before)
  const answer = await bag.setQuantity(shopper(cartId), { requestId: randomUUID(), lineId, quantity: 4 })
  expect(answer).toMatchObject({ ok: false, error: { code: 'OUT_OF_STOCK', requested: 4 } })
  expect(lineOf(await bag.get(cartId))).toMatchObject({ quantity: 3, hold: { state: 'held' } })
  expect(await heldUnits()).toBe(5)
})

test('fewer units give the rest back at once, and removing the line gives back all', async () => {
  const cartId = randomUUID()
  const { lineId } = lineOf(await added(cartId, 3))
  const fewer = await bag.setQuantity(shopper(cartId), { requestId: randomUUID(), lineId, quantity: 1 })
  expect(fewer.ok && lineOf(fewer.value)).toMatchObject({ quantity: 1, hold: { state: 'held' }, available: 4 })
  expect(await heldUnits()).toBe(1)
  const empty = await bag.remove(shopper(cartId), { lineId })
  expect(empty.ok && empty.value.lines).toEqual([])
  expect(await heldUnits()).toBe(0)
  expect((await bag.remove(shopper(cartId), { lineId })).ok).toBe(true)
})

test('a hold is extended once, not twice', async () => {
  const cartId = randomUUID()
  const first = lineOf(await added(cartId))
  const extended = await bag.extend(shopper(cartId), { lineId: first.lineId })
  const { hold } = extended.ok ? lineOf(extended.value) : first
  expect(hold).toMatchObject({ state: 'held', extendable: false })
  const again = await bag.extend(shopper(cartId), { lineId: first.lineId })
  expect(again).toMatchObject({ ok: false, error: { code: 'EXTENSION_USED' } })
})

test('an ended hold says so at once, and can be taken again while there are units', async () => {
  const cartId = randomUUID()
  const { lineId } = lineOf(await added(cartId))
  await database.pool.query(
    `UPDATE reservation SET expires_at = clock_timestamp() - interval '1 second' WHERE cart_id = $1`,
    [cartId],
  )
  expect(lineOf(await bag.get(cartId))).toMatchObject({ hold: { state: 'ended' }, available: 5 })
  const again = await bag.takeAgain(shopper(cartId), { requestId: randomUUID(), lineId })
  expect(again.ok && lineOf(again.value)).toMatchObject({ hold: { state: 'held' }, available: 4 })
  // A live hold is not renewed by asking for it again.
  const { hold } = lineOf(await bag.get(cartId))
  const renewed = await bag.takeAgain(shopper(cartId), { requestId: randomUUID(), lineId })
  expect(renewed.ok && lineOf(renewed.value).hold).toEqual(hold)
})

test('beyond the share of one shopper the bag keeps the line, without a hold, and says why', async () => {
  policy = DEFAULT_HOLD_POLICY
  const view = await added(randomUUID(), 2)
  expect(lineOf(view)).toMatchObject({ quantity: 2, hold: { state: 'none', because: 'share' }, available: 5 })
  expect(await heldUnits()).toBe(0)
})

test('limits of lines and units are stated and change nothing', async () => {
  const cartId = randomUUID()
  policy = { ...ROOMY, maxLines: 1 }
  await added(cartId)
  const over = await bag.add(shopper(cartId), { requestId: randomUUID(), sku, quantity: 3 })
  expect(over).toMatchObject({ ok: false, error: { code: 'QUANTITY_LIMIT', requested: 4, limit: 3 } })
  const more = await bag.add(shopper(cartId), { requestId: randomUUID(), sku: 'SKU-1', quantity: 1 })
  expect(more).toEqual({ ok: false, error: { code: 'TOO_MANY_LINES', limit: 1 } })
  const unknown = await bag.add(shopper(cartId), { requestId: randomUUID(), sku: 'no-such', quantity: 1 })
  expect(unknown).toEqual({ ok: false, error: { code: 'UNKNOWN_SKU', sku: 'no-such' } })
  expect(lineOf(await bag.get(cartId)).quantity).toBe(1)
})

test("nobody reaches a line of another's bag", async () => {
  const { lineId } = lineOf(await added(randomUUID()))
  const thief = shopper(randomUUID())
  const set = await bag.setQuantity(thief, { requestId: randomUUID(), lineId, quantity: 1 })
  expect(set).toEqual({ ok: false, error: { code: 'LINE_NOT_FOUND', lineId } })
  expect(await bag.extend(thief, { lineId })).toMatchObject({ ok: false, error: { code: 'LINE_NOT_FOUND' } })
  await bag.remove(thief, { lineId })
  expect(await heldUnits()).toBe(1)
})

test('at sign-in the bags become one: no held unit is let go in between, doubles are given back', async () => {
  const [guest, former, userId] = [randomUUID(), randomUUID(), randomUUID()]
  await insertStock(database.pool, { variantId: variantId + 1_000, units: [1] })
  const last = `SKU-${variantId + 1_000}`
  await added(former, 1, last, userId)
  await added(former, 2, sku, userId)
  await added(guest, 1)
  const survivor = await bag.merge({ guestCartId: guest, userId, origin })
  expect(survivor).toBe(guest)
  const view = await bag.get(guest)
  expect(view.lines.map((line) => [line.sku, line.quantity, line.hold.state])).toEqual([
    [last, 1, 'held'],
    [sku, 1, 'held'],
  ])
  expect(await heldUnits()).toBe(1)
  expect((await bag.get(former)).lines).toEqual([])
  // The last unit's hold came along: it can be given back from the bag it is in now.
  const lineId = view.lines[0]?.lineId ?? ''
  expect((await bag.remove(shopper(guest), { lineId })).ok).toBe(true)
  expect(await bag.merge({ guestCartId: guest, userId, origin })).toBe(guest)
  expect(await bag.merge({ guestCartId: undefined, userId, origin })).toBe(guest)
})

test("a guest's cookie naming somebody else's bag takes nothing from it at sign-in", async () => {
  const theirs = randomUUID()
  await added(theirs, 1, sku, 'their-user')
  expect(await bag.merge({ guestCartId: theirs, userId: 'my-user', origin })).toBeUndefined()
  expect((await bag.get(theirs)).lines).toHaveLength(1)
})

test('guests who begin at the same moment each have their own bag', async () => {
  await insertStock(database.pool, { variantId: 1_000, units: [40] })
  const carts = Array.from({ length: 30 }, () => randomUUID())
  const views = await Promise.all(carts.map((cartId) => added(cartId, 1, 'SKU-1000')))
  expect(new Set(views.map((view) => lineOf(view).lineId)).size).toBe(30)
  const again = await Promise.all(carts.map((cartId) => bag.get(cartId)))
  expect(again.map((view) => lineOf(view).lineId)).toEqual(views.map((view) => lineOf(view).lineId))
})

test('a bag that cannot be written takes none of those with it that began at the same moment', async () => {
  const store = createBagStore({ pool: database.pool })
  const channel = await createChannelReader({ pool: database.pool }).current()
  const begin = (quantity: number) => {
    const [cartId, lineId, holdId] = [randomUUID(), randomUUID(), randomUUID()]
    const line = { cartId, channel, lineId, variantId, quantity, holdId, allowFuture: false }
    return store.putLine({ ...line, isFirst: true })
  }
  const answers = await Promise.allSettled([begin(1), begin(0), begin(2)])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
