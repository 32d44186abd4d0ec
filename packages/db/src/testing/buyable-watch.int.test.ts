import { randomUUID } from 'node:crypto'
import { addDays, DEFAULT_HOLD_POLICY } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStockEngine } from '../inventory/stock-engine'
import { seedDatabase } from '../seed/index'
import { readOutlook } from '../supply/read-outlook'
import { THROUGHOUT_MS, watchBuyable } from './buyable-watch'
import { createTestDatabase, type TestDatabase } from './index'

let database: TestDatabase
let stock: ReturnType<typeof createStockEngine>
beforeAll(async () => {
  database = await createTestDatabase(3)
  await seedDatabase(database.pool, { products: 120, seed: 3 })
  await database.pool.query(`UPDATE inbound_shipment SET expected_on = current_date + 40 WHERE state = 'expected'`)
  stock = createStockEngine(database)
})
afterAll(async () => {
  await stock.close()
  await database.drop()
})

test('a piece shown by a day is judged by that day: a sooner one was nobody’s word, a later one than may be shown is wrong', async () => {
  const { productId, size, shipsOn, variantId, units } = await soldAhead()
  const watch = await watchBuyable(database.pool)
  const shown = (shipsBy: string, withinDays = 120, atMs = Date.now()) => ({
    productId,
    sizes: [size],
    later: { shipsBy, withinDays },
    atMs,
  })
  const right = [shown(shipsOn), shown(addDays(shipsOn, 3)), shown(shipsOn, daysUntil(shipsOn))]
  const wrong = [shown(addDays(shipsOn, -1)), shown(shipsOn, daysUntil(shipsOn) - 1)]
  const asThere = { productId, sizes: [size], atMs: Date.now() }
  expect((await watch.judge([...right, ...wrong, asThere])).violations).toEqual([...wrong, asThere])

  // Once the last of them is promised to somebody no day is true any more.
  const origin = { actor: 'test', correlationId: 'trail' }
  for (let unit = 0; unit < units; unit += 1) {
    const line = { reservationId: randomUUID(), variantId, units: 1, allowFuture: true }
    const holder = { cartId: randomUUID() }
    const held = await stock.execute({
      kind: 'hold',
      purpose: 'bag',
      origin,
      holder,
      policy: DEFAULT_HOLD_POLICY,
      lines: [line],
    })
    expect(held).toMatchObject({ ok: true })
  }
  const after = shown(shipsOn, 120, Date.now() + 2 * THROUGHOUT_MS)
  expect((await watch.judge([after])).violations).toEqual([after])
})

const daysUntil = (day: string): number =>
  (Date.parse(day) - Date.parse(new Date().toISOString().slice(0, 10))) / 86_400_000

/** A SKU that is sold ahead by a day, in a size of which nothing is there and nothing else is sold ahead. */
async function soldAhead() {
  const { rows } = await database.pool.query<{ variantId: number; productId: number; size: string }>(
    `SELECT v.id AS "variantId", v.product_id AS "productId", v.size FROM variant v
     JOIN stock_level l ON l.variant_id = v.id AND l.oversell_cap > 0
     WHERE l.on_hand <= l.allocated + l.reserved + l.unavailable AND NOT EXISTS (SELECT FROM variant x JOIN stock_level o ON o.variant_id = x.id
       WHERE x.product_id = v.product_id AND x.size = v.size AND o.record_id <> l.record_id
         AND (o.oversell_cap > 0 OR o.on_hand - o.allocated - o.reserved - o.unavailable > 0))
     ORDER BY v.id`,
  )
  const outlooks = await readOutlook(
    database.pool,
    rows.map(({ variantId }) => variantId),
  )
  for (const row of rows) {
    const { shipsOn, units = 0 } = outlooks.get(row.variantId) ?? {}
    if (shipsOn !== undefined && units > 0) return { ...row, shipsOn, units }
  }
  throw new Error('nothing that is sold out is on its way')
}
