import { randomUUID } from 'node:crypto'
import type { AllocationPolicy } from '@selvedge/core'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { disagreements } from './agreement'
import { fillBag, openShop, orderFor, origin, type Shop, shopperOf, totalOf } from './open-shop'

let database: TestDatabase
let shop: Shop
let variantId = 900
const [NEAR_AMSTERDAM, NEAR_BERLIN] = [1, 2]
const berlin = { name: 'Ada', line1: 'Torstr. 1', city: 'Berlin', postcode: '10119', country: 'DE' } as const

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId, units: [1, 1] })
  await database.pool.query(
    `UPDATE location SET country = p.country, latitude = p.lat, longitude = p.lon
    FROM (VALUES (1, 'NL', 52.37, 4.9), (2, 'DE', 52.52, 13.4)) AS p(id, country, lat, lon) WHERE location.id = p.id`,
  )
  shop = openShop(database.url, { policy: { holderSharePerMille: 1_000, heatPerMille: 1_000 } })
})
afterEach(async () => expect(await disagreements(shop)).toEqual([]))
afterAll(async () => {
  await shop.close()
  await database.drop()
})

const goBy = (policy: AllocationPolicy) =>
  shop.pool.query(
    `INSERT INTO channel (code, name, currency, tax_rate_bp, hold_policy, allocation_policy) VALUES ('eu', 'EU', 'EUR', 2100, '{}', $1)
    ON CONFLICT (code) DO UPDATE SET allocation_policy = excluded.allocation_policy`,
    [policy],
  )

/** A piece with so many units at each place. */
const piece = async (...units: number[]): Promise<string> => {
  variantId += 1
  await insertStock(database.pool, { variantId, units })
  return `SKU-${variantId}`
}

/** Units set aside for the order, by place. */
const lieAt = async (orderId: string) => {
  const { rows } = await shop.pool.query<{ sku: string; place: number; units: number; state: string }>(
    `SELECT l.sku, i.location_id AS place, r.quantity AS units, r.state FROM orders o JOIN order_line l ON l.order_id = o.id
    JOIN reservation r ON r.cart_id = o.cart_id AND r.id = l.hold_id JOIN inventory_record i ON i.id = r.record_id
    WHERE o.id = $1 ORDER BY l.line_no, place`,
    [orderId],
  )
  return rows
}

const heldAt = async (cartId: string): Promise<number[]> => {
  const { rows } = await shop.pool.query<{ place: number }>(
    `SELECT i.location_id AS place FROM reservation r JOIN inventory_record i ON i.id = r.record_id
    WHERE r.cart_id = $1 AND r.state = 'held' ORDER BY r.held_at`,
    [cartId],
  )
  return rows.map(({ place }) => place)
}

test('a parcel leaves from the place nearest to its address, though the bag, which knew none, held the piece elsewhere', async () => {
  await goBy({ rules: ['nearest', 'priority'], split: true })
  const sku = await piece(1, 1)
  const cartId = await fillBag(shop, [sku])
  expect(await heldAt(cartId)).toEqual([NEAR_AMSTERDAM])
  const order = orderFor(1, { address: berlin })
  expect(await shop.checkout.place({ cartId, origin }, order)).toMatchObject({ ok: true })
  expect(await lieAt(order.orderId)).toEqual([{ sku, place: NEAR_BERLIN, units: 1, state: 'committed' }])
  // What the ledger says of the choice is what was chosen by: the distance to the address.
  const { rows } = await shop.pool.query<{ note: string }>(
    `SELECT note FROM inventory_event e JOIN inventory_record i ON i.id = e.record_id
    WHERE i.variant_id = $1 AND type = 'Reserved' ORDER BY e.recorded_at DESC LIMIT 1`,
    [variantId],
  )
  expect(rows[0]?.note).toMatch(/L2 1 of 1 \(\d+ km/)
})

test('two pieces leave in one parcel where one place has both, though the bag held each where it came first', async () => {
  await goBy({ rules: ['fewest-parcels', 'priority'], split: true })
  const [both, there] = [await piece(1, 1), await piece(0, 1)]
  const cartId = await fillBag(shop, [both, there])
  expect(await heldAt(cartId)).toEqual([NEAR_AMSTERDAM, NEAR_BERLIN])
  const order = orderFor(2)
  expect(await shop.checkout.place({ cartId, origin }, order)).toMatchObject({ ok: true })
  const places = (await lieAt(order.orderId)).map(({ place }) => place)
  expect(new Set(places)).toEqual(new Set([NEAR_BERLIN]))
})

test('where the plan cannot be met, what the bag holds is kept and bought', async () => {
  await goBy({ rules: ['priority'], split: true })
  const sku = await piece(1, 1)
  const cartId = randomUUID()
  expect(await shop.bag.add(shopperOf(cartId), { requestId: randomUUID(), sku, quantity: 2 })).toMatchObject({
    ok: true,
  })
  await goBy({ rules: ['nearest'], split: false })
  const order = orderFor(2, { address: berlin, expectedTotalMinor: totalOf(2) })
  expect(await shop.checkout.place({ cartId, origin }, order)).toMatchObject({ ok: true })
  expect(await lieAt(order.orderId)).toMatchObject([{ place: NEAR_AMSTERDAM }, { place: NEAR_BERLIN }])
})

test('a process that dies after the plan was taken and before it was written leaves one hold, found by whoever goes on', async () => {
  await goBy({ rules: ['nearest', 'priority'], split: true })
  const sku = await piece(1, 1)
  let turns = 0
  const dying = openShop(database.url, {
    settings: { leaseMs: 200 },
    onStep: (step, moment) => {
      if (step !== 'hold' || moment !== 'after') return
      turns += 1
      // First the ids are written; the second time they are taken.
      if (turns === 2) throw new Error('the process is gone')
    },
  })
  const cartId = await fillBag(shop, [sku])
  const order = orderFor(1, { address: berlin })
  await expect(dying.checkout.place({ cartId, origin }, order)).rejects.toThrow('the process is gone')
  await dying.close()
  expect(await heldAt(cartId)).toEqual([NEAR_BERLIN])
  await expect.poll(() => shop.checkout.resume(order.orderId), { timeout: 10_000, interval: 100 }).toBe('terminal')
  expect(await lieAt(order.orderId)).toEqual([{ sku, place: NEAR_BERLIN, units: 1, state: 'committed' }])
})

test('a plan whose holds are over before it was written is made anew', async () => {
  await goBy({ rules: ['nearest', 'priority'], split: true })
  const sku = await piece(1, 1)
  let turns = 0
  const dying = openShop(database.url, {
    settings: { leaseMs: 200 },
    onStep: (step, moment) => {
      if (step === 'hold' && moment === 'after' && ++turns === 2) throw new Error('the process is gone')
    },
  })
  const cartId = await fillBag(shop, [sku])
  const order = orderFor(1, { address: berlin })
  await expect(dying.checkout.place({ cartId, origin }, order)).rejects.toThrow('the process is gone')
  await dying.close()
  await shop.pool.query(
    `UPDATE reservation SET expires_at = clock_timestamp() - interval '1 second' WHERE cart_id = $1 AND state = 'held'`,
    [cartId],
  )
  await expect.poll(() => shop.checkout.resume(order.orderId), { timeout: 10_000, interval: 100 }).toBe('terminal')
  expect(await lieAt(order.orderId)).toEqual([{ sku, place: NEAR_BERLIN, units: 1, state: 'committed' }])
})
