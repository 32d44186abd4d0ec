import { productCardSchema, productDetailSchema } from '@selvedge/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedDatabase } from '../seed/index'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { createCatalogReader } from './catalog-reader'
import { createSearchSource } from './search-source'

let database: TestDatabase
const today = new Date('2026-11-23T00:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase(4)
  await seedDatabase(database.pool, { products: 60, seed: 3, today })
})
afterAll(() => database.drop())

const read = () => createCatalogReader({ pool: database.pool, nowMs: () => today.getTime() })

/** Statements that a read sends. */
const statementsOf = async (work: () => Promise<unknown>): Promise<number> => {
  let count = 0
  const { pool } = database
  const query = pool.query
  pool.query = ((...args: Parameters<typeof query>) => {
    count++
    return query.apply(pool, args)
  }) as typeof query // only counts
  await work().finally(() => {
    pool.query = query
  })
  return count
}

describe('the catalogue', () => {
  test('tells a product whole: options, pictures, facts, collections', async () => {
    const [card] = await read().popular(1)
    const product = await read().productBySlug(card?.slug ?? '')
    expect(productDetailSchema.parse(product)).toEqual(product)
    expect(product?.variants.length).toBe((product?.colours.length ?? 0) * (product?.sizes.length ?? 0))
    expect(product?.media.length).toBeGreaterThanOrEqual((product?.colours.length ?? 0) * 2)
    expect(product?.facts[0]?.label).toBe('Material')
    expect(product?.sizes.map((size) => size.order)).toEqual(
      [...(product?.sizes ?? [])].map((size) => size.order).sort((a, b) => a - b),
    )
  })

  test('gives cards in the order asked for and leaves out what is not for sale', async () => {
    await database.pool.query("UPDATE product SET status = 'archived' WHERE id = 7")
    const cards = await read().cards([9, 7, 3, 99_999])
    expect(cards.map((card) => card.productId)).toEqual([9, 3])
    for (const card of cards) productCardSchema.parse(card)
    const archived = await database.pool.query<{ slug: string }>('SELECT slug FROM product WHERE id = 7')
    expect(await read().productBySlug(archived.rows[0]?.slug ?? '')).toBeUndefined()
  })

  test('shows the newest first, the best sellers first, and those of one category', async () => {
    const newest = await read().newest(5)
    const { rows } = await database.pool.query<{ id: number }>(
      "SELECT id FROM product WHERE status = 'active' ORDER BY published_at DESC, id LIMIT 5",
    )
    expect(newest.map((card) => card.productId)).toEqual(rows.map((row) => row.id))
    const knitwear = await read().popularIn('knitwear', 5)
    expect(new Set(knitwear.map((card) => card.category))).toEqual(new Set(['knitwear']))
  })

  test('asks the database the same number of times however much it answers', async () => {
    expect(await statementsOf(() => read().cards([1, 2, 3, 4, 5, 6, 8, 9]))).toBe(1)
    expect(await statementsOf(() => read().popular(40))).toBe(1)
    expect(await statementsOf(() => read().productBySlug('none'))).toBe(1)
    expect(await statementsOf(() => read().collections(12))).toBe(2)
  })

  test('tells when more of a size is expected, follows its shipment to another day, and names none once it is overdue', async () => {
    const { rows } = await database.pool.query<{ sku: string; product_id: number; shipment_id: number }>(
      `SELECT v.sku, v.product_id, s.id AS shipment_id FROM inbound_shipment s JOIN inbound_shipment_line sl ON sl.shipment_id = s.id
       JOIN variant v ON v.id = sl.variant_id WHERE s.state = 'expected' ORDER BY s.id, sl.id LIMIT 1`,
    )
    const [row] = rows
    const dayIn = async (days: number) => {
      const moved = await database.pool.query<{ day: string }>(
        `UPDATE inbound_shipment s SET expected_on = current_date + $2::int FROM location l WHERE s.id = $1 AND l.id = s.location_id
         RETURNING to_char(s.expected_on + l.lead_days, 'YYYY-MM-DD') AS day`,
        [row?.shipment_id, days],
      )
      return moved.rows[0]?.day
    }
    const told = async () => (await read().expectedDates(row?.product_id ?? 0)).get(row?.sku ?? '')
    for (const days of [9, 30]) {
      const day = await dayIn(days)
      expect(await told()).toBe(day)
    }
    await dayIn(-1)
    expect(await told()).toBeUndefined()
  })

  test('knows the SKUs of products', async () => {
    const skus = await read().skusOf([1, 2])
    expect([...skus.keys()].sort()).toEqual([1, 2])
    expect(skus.get(1)?.length).toBeGreaterThan(0)
  })
})

test('the whole catalogue can be walked in batches, each product once', async () => {
  const source = createSearchSource({ pool: database.pool })
  const seen: number[] = []
  for (let after = 0; ; ) {
    const batch = await source.after(after, 25)
    if (batch.length === 0) break
    seen.push(...batch.map((product) => product.detail.productId))
    after = seen.at(-1) ?? after
  }
  expect(seen.length).toBe(await source.countActive())
  expect(new Set(seen).size).toBe(seen.length)
})
