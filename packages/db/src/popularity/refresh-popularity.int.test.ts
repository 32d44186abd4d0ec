import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedDatabase } from '../seed/index'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { readWantedIn } from './read-wanted-in'
import { refreshPopularity } from './refresh-popularity'

const TODAY = new Date('2026-11-23T12:00:00Z')

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(2)
  await seedDatabase(database.pool, { products: 60, seed: 3, today: new Date('2026-11-23T00:00:00Z') })
})
afterAll(() => database.drop())

const refresh = (now = TODAY) => refreshPopularity({ pool: database.pool, now })
const figures = async (productId: number) => {
  const { rows } = await database.pool.query<{ popularity: number; trend: number; place: number }>(
    `SELECT * FROM (SELECT id, popularity, trend, row_number() OVER (ORDER BY popularity DESC, id)::int AS place FROM product) p
     WHERE id = $1`,
    [productId],
  )
  const [row] = rows
  if (!row) throw new Error('no such product')
  return row
}
/** Orders of one piece each, so many days before today. */
const order = async (productId: number, daysAgo: number, times: number, country = 'NL'): Promise<void> => {
  await database.pool.query(
    `WITH one AS (SELECT gen_random_uuid() AS id, n FROM generate_series(1, $3::int) n),
     placed AS (
       INSERT INTO orders (id, number, email, state, currency, prices_include_tax, subtotal_minor, discount_minor, shipping_minor,
         shipping_tax_rate_bp, shipping_tax_minor, tax_minor, total_minor, shipping_method, address, request_hash, correlation_id, placed_at)
       SELECT id, 'T-' || id, 'a@b.example', 'confirmed', 'EUR', true, 1, 0, 0, 0, 0, 0, 1, 'standard',
         jsonb_build_object('country', $4::text), 'h', 'c', $5::timestamptz - make_interval(days => $2::int) FROM one RETURNING id)
     INSERT INTO order_line (order_id, line_no, variant_id, product_id, sku, title, brand, colour, size, picture_key, quantity,
       unit_price_minor, tax_rate_bp, tax_minor, total_minor)
     SELECT placed.id, 1, (SELECT min(id) FROM variant WHERE product_id = $1), $1, 's', 't', 'b', 'c', 'M', 'p', 1, 1, 0, 0, 1 FROM placed`,
    [productId, daysAgo, times, country, TODAY],
  )
}

describe('popularity', () => {
  beforeEach(async () => {
    await database.pool.query('DELETE FROM wanted_day')
    await database.pool.query(`DELETE FROM orders WHERE number LIKE 'T-%'`)
    await refresh()
  })

  test('is the share of all demand, and a product that is new and bought is not at its end any more', async () => {
    const { rows } = await database.pool.query<{ sum: number }>('SELECT sum(popularity) FROM product')
    expect(rows[0]?.sum).toBeCloseTo(1, 1)
    await database.pool.query(`UPDATE product SET popularity = 0, published_at = $1 WHERE id = 7`, [TODAY])
    await database.pool.query('DELETE FROM order_line WHERE product_id = 7')
    await database.pool.query('DELETE FROM behaviour_event WHERE product_id = 7')
    await database.pool.query('DELETE FROM wanted_day')
    await refresh()
    const unknown = await figures(7)
    expect(unknown.popularity).toBeGreaterThan(0)
    await order(7, 1, 12)
    expect((await refresh()).told).toBeGreaterThan(0)
    const bought = await figures(7)
    expect(bought.place).toBeLessThan(unknown.place)
    expect(bought.popularity).toBeGreaterThan(2 * unknown.popularity)
  })

  test('an order of half a year ago counts a quarter of one of today', async () => {
    await order(11, 180, 40)
    await order(12, 0, 40)
    const before = [await figures(11), await figures(12)]
    await database.pool.query('DELETE FROM wanted_day')
    await refresh()
    const gain = [
      (await figures(11)).popularity - (before[0]?.popularity ?? 0),
      (await figures(12)).popularity - (before[1]?.popularity ?? 0),
    ]
    expect((gain[1] ?? 0) / (gain[0] ?? 1)).toBeGreaterThan(3)
    expect((gain[1] ?? 0) / (gain[0] ?? 1)).toBeLessThan(6)
  })

  test('rises where the last two weeks brought more than the weeks before, and not for a single sale', async () => {
    await order(21, 3, 30)
    await order(22, 3, 1)
    await refresh()
    expect((await figures(21)).trend).toBeGreaterThan(1.5)
    expect((await figures(22)).trend).toBeLessThan(1.5)
    // A month later others are bought: the wave is what the weeks before let expect, and nothing came.
    await order(22, -28, 40)
    await refresh(new Date(TODAY.getTime() + 30 * 86_400_000))
    expect((await figures(21)).trend).toBeLessThan(1)
  })

  test('worked out again with nothing new it moves nothing and tells nobody', async () => {
    const { rows: before } = await database.pool.query(`SELECT count(*) FROM outbox WHERE topic = 'catalog'`)
    expect(await refresh()).toEqual({ moved: 0, told: 0 })
    const { rows: after } = await database.pool.query(`SELECT count(*) FROM outbox WHERE topic = 'catalog'`)
    expect(after).toEqual(before)
  })

  test('an order that was cancelled since is wanted no more from the next day on', async () => {
    await order(31, 5, 50)
    await refresh()
    const bought = await figures(31)
    await database.pool.query(`UPDATE orders SET state = 'cancelled' WHERE number LIKE 'T-%'`)
    await refresh(new Date(TODAY.getTime() + 86_400_000))
    expect((await figures(31)).popularity).toBeLessThan(bought.popularity / 2)
  })
})

test('a category that nobody wants any more has no share, and the shop goes on', async () => {
  const { rows } = await database.pool.query<{ id: number; category: string }>(
    `UPDATE product SET popularity = 0.01 WHERE id = 51 RETURNING id, category`,
  )
  await database.pool.query('DELETE FROM behaviour_event')
  await database.pool.query('DELETE FROM order_line WHERE product_id IN (SELECT id FROM product WHERE category = $1)', [
    rows[0]?.category,
  ])
  await database.pool.query('DELETE FROM wanted_day')
  expect((await refresh()).moved).toBeGreaterThan(0)
  expect((await figures(51)).popularity).toBe(0)
})

test('best sellers of a country are told where enough was sold there', async () => {
  await database.pool.query('DELETE FROM wanted_day')
  await order(41, 2, 120, 'DK')
  await order(42, 2, 140, 'dk')
  await order(43, 2, 5, 'LU')
  await refresh()
  const wanted = await readWantedIn(database.pool)
  expect(wanted.get('DK')?.slice(0, 2)).toEqual([42, 41])
  expect(wanted.has('LU')).toBe(false)
})

test('a shop in which nobody bought anything keeps the figures it has', async () => {
  const empty = await createTestDatabase(2)
  try {
    await seedDatabase(empty.pool, { products: 24, seed: 3, today: new Date('2026-11-23T00:00:00Z') })
    await empty.pool.query('UPDATE orders SET state = $1', ['cancelled'])
    await empty.pool.query('DELETE FROM behaviour_event')
    const before = await empty.pool.query('SELECT id, popularity, trend FROM product ORDER BY id')
    expect(await refreshPopularity({ pool: empty.pool, now: TODAY })).toEqual({ moved: 0, told: 0 })
    expect((await empty.pool.query('SELECT id, popularity, trend FROM product ORDER BY id')).rows).toEqual(before.rows)
  } finally {
    await empty.drop()
  }
})
