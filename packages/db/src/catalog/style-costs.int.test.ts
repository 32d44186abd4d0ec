import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, insertStock, type TestDatabase } from '../testing/index'
import { createStyleCosts } from './style-costs'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(4)
  for (const variantId of [1, 2]) await insertStock(database.pool, { variantId, units: [0] })
  await database.pool.query(
    `INSERT INTO supplier (code, name, email, country, lead_days) VALUES ('MILL', 'The mill', 'mill@b.example', 'NL', 20)`,
  )
  await database.pool.query(
    `INSERT INTO product_source (product_id, supplier_id) SELECT p.id, s.id FROM supplier s, product p ORDER BY p.id LIMIT 1`,
  )
})
afterAll(() => database.drop())

const one = async () => {
  const [style] = (await createStyleCosts(database.pool).list({ find: '', isUntold: false })).filter(
    ({ maker }) => maker,
  )
  if (!style) throw new Error('no style has a maker')
  return style
}

test('staff write what a style costs, see what is left of its price, and take it back', async () => {
  const costs = createStyleCosts(database.pool)
  const { productId, currency, priceMinor, costMinor } = await one()
  expect(costMinor).toBeUndefined()
  const told = Math.floor(priceMinor / 4)
  const write = (to: number | null, seenMinor: number | null) =>
    costs.write({ productId, costMinor: to, currency, seenMinor }, 'staff-write')
  expect(await write(told, null)).toEqual({ ok: true, value: { costMinor: null } })
  const style = await one()
  expect(style.costMinor).toBe(told)
  expect(style.margin).toBeGreaterThan(0)
  expect(style.margin).toBeLessThan(1)
  expect((await costs.list({ find: '', isUntold: true })).map((other) => other.productId)).not.toContain(productId)
  const { rows } = await database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM outbox WHERE topic = 'catalog' AND key = $1 AND correlation_id = 'staff-write'`,
    [String(productId)],
  )
  expect(rows[0]?.n).toBe(1)
  expect(await write(null, told)).toEqual({ ok: true, value: { costMinor: told } })
  expect((await one()).costMinor).toBeUndefined()
})

test('a cost in another currency, over somebody else’s change, of no style or of one without a maker is refused in words', async () => {
  const costs = createStyleCosts(database.pool)
  const { productId, currency } = await one()
  const ask = { productId, costMinor: 900, currency, seenMinor: null }
  const codeOf = async (wrong: Partial<typeof ask>) => {
    const answer = await costs.write({ ...ask, ...wrong }, 'refused')
    return answer.ok ? 'done' : answer.error.code
  }
  const { rows } = await database.pool.query<{ id: number }>(
    'SELECT id FROM product WHERE id NOT IN (SELECT product_id FROM product_source) ORDER BY id LIMIT 1',
  )
  expect(await codeOf({ currency: currency === 'USD' ? 'GBP' : 'USD' })).toBe('COST_CURRENCY')
  expect(await codeOf({ productId: 2_000_000_000 })).toBe('STYLE_NOT_FOUND')
  expect(await codeOf({ productId: rows[0]?.id ?? 0 })).toBe('MAKER_NOT_KNOWN')
  const both = await Promise.all([codeOf({}), codeOf({ costMinor: 950 })])
  expect(both.sort()).toEqual(['COST_CHANGED', 'done'])
})
