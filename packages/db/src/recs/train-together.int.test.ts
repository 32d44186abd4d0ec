import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedDatabase } from '../seed/index'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { trainTogether } from './train-together'
import { type WatchedTogether, watchTogether } from './watched-together'

let database: TestDatabase
let watched: WatchedTogether
const faults: unknown[] = []

beforeAll(async () => {
  database = await createTestDatabase(4)
  await seedDatabase(database.pool, { products: 60, seed: 3, today: new Date('2026-11-23T00:00:00Z') })
  watched = watchTogether({ pool: database.pool, intervalMs: 3_600_000, onFault: (fault) => faults.push(fault) })
})
afterAll(async () => {
  watched.stop()
  await database.drop()
})

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour))

test('a shop that has not been trained recommends nothing and does not fail', async () => {
  await watched.refresh()
  expect(watched.version()).toBeUndefined()
  expect(watched.neighboursOf(1, 5)).toEqual([])
})

test('what buyers took together is what the orders say', async () => {
  const trained = await trainTogether(database.pool, at(1))
  await watched.refresh()
  expect(watched.version()).toBe(trained.version)
  const { rows } = await database.pool.query<{ a: number; b: number; n: number }>(
    `SELECT x.product_id AS a, y.product_id AS b, count(DISTINCT x.order_id)::int AS n
     FROM order_line x JOIN order_line y ON y.order_id = x.order_id AND y.product_id <> x.product_id
     JOIN orders o ON o.id = x.order_id AND o.state IN ('confirmed', 'shipped', 'delivered') GROUP BY 1, 2`,
  )
  const together = new Map(rows.map((row) => [`${row.a}:${row.b}`, row.n]))
  let pairs = 0
  for (let productId = 1; productId <= 60; productId++) {
    for (const one of watched.neighboursOf(productId, 40)) {
      pairs++
      expect(one.support).toBe(together.get(`${productId}:${one.productId}`))
    }
  }
  expect(pairs).toBe(trained.pairs)
  expect(pairs).toBeGreaterThan(20)
})

test('training twice on the same orders publishes once, and new orders publish a new version without a restart', async () => {
  const before = watched.version()
  expect(await trainTogether(database.pool, at(2))).toMatchObject({ isNew: false, version: before })
  await database.pool.query(
    `UPDATE orders SET state = 'cancelled' WHERE id IN (SELECT id FROM orders WHERE state = 'delivered' ORDER BY id LIMIT 200)`,
  )
  const { version, isNew } = await trainTogether(database.pool, at(3))
  expect(isNew).toBe(true)
  await watched.refresh()
  expect(watched.version()).toBe(version)
  const { rows } = await database.pool.query(
    "SELECT version FROM model_artefact WHERE name = 'bought-together' AND active",
  )
  expect(rows).toEqual([{ version }])
})

test('a damaged model is refused and the one in memory goes on', async () => {
  const known = watched.version()
  await database.pool.query(
    `INSERT INTO model_artefact (name, version, checksum, body, active)
     SELECT name, 'damaged', 'wrong', body, true FROM model_artefact WHERE active`,
  )
  await expect(watched.refresh()).rejects.toThrow(/checksum/)
  expect(watched.version()).toBe(known)
  expect(faults).toEqual([])
})
