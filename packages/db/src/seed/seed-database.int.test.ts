import { verifyPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { DEMO_LOGINS } from './demo-logins'
import { type SeedCounts, seedDatabase } from './seed-database'

let database: TestDatabase
let counts: SeedCounts
const today = new Date('2026-11-23T00:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase(2)
  counts = await seedDatabase(database.pool, { products: 60, seed: 7, today })
})
afterAll(() => database.drop())

const one = async (sql: string): Promise<number> => {
  const { rows } = await database.pool.query<{ n: number }>(`SELECT (${sql})::int AS n`)
  return rows[0]?.n ?? Number.NaN
}

describe('a seeded shop', () => {
  test('holds what the seed says it wrote', async () => {
    expect(await one('SELECT count(*) FROM product')).toBe(60)
    expect(await one('SELECT count(*) FROM variant')).toBe(counts.skus)
    expect(await one('SELECT count(*) FROM inventory_record')).toBe(counts.records)
    expect(await one('SELECT count(*) FROM inventory_event')).toBe(counts.ledgerEntries)
    expect(await one('SELECT count(*) FROM orders')).toBe(counts.orders)
    expect(await one('SELECT count(*) FROM location')).toBe(5)
  })

  test('every stock level equals the fold of its ledger', async () => {
    const disagreeing = await one(`
      SELECT count(*) FROM stock_level l
      LEFT JOIN LATERAL (
        SELECT count(*) AS version,
               coalesce(sum(quantity) FILTER (WHERE type IN ('Received', 'Adjusted', 'Found')), 0) AS on_hand,
               coalesce(max(quantity) FILTER (WHERE type = 'SafetyStockSet'), 0) AS safety_stock,
               max(version) AS last, bool_and(recorded_at < $$${today.toISOString()}$$) AS past
        FROM inventory_event e WHERE e.record_id = l.record_id
      ) fold ON true
      WHERE (l.version, l.on_hand, l.safety_stock) IS DISTINCT FROM (fold.version, fold.on_hand, fold.safety_stock)
         OR fold.last <> l.version OR NOT fold.past OR l.reserved + l.allocated + l.unavailable + l.short <> 0`)
    expect(disagreeing).toBe(0)
  })

  test('every record has its level and every variant a record', async () => {
    expect(
      await one(
        'SELECT count(*) FROM inventory_record r LEFT JOIN stock_level l ON l.record_id = r.id WHERE l IS NULL',
      ),
    ).toBe(0)
    expect(
      await one(
        'SELECT count(*) FROM variant v WHERE NOT EXISTS (SELECT FROM inventory_record r WHERE r.variant_id = v.id)',
      ),
    ).toBe(0)
  })

  test('the money of past orders adds up', async () => {
    const wrong = await one(`
      SELECT count(*) FROM orders o JOIN LATERAL (
        SELECT sum(total_minor) AS lines, sum(tax_minor) AS tax FROM order_line WHERE order_id = o.id) l ON true
      WHERE o.subtotal_minor <> l.lines OR o.tax_minor <> l.tax + o.shipping_tax_minor
         OR NOT EXISTS (SELECT FROM payment p WHERE p.order_id = o.id AND p.amount_minor = o.total_minor)`)
    expect(wrong).toBe(0)
  })

  test('new rows get ids behind the seeded ones', async () => {
    const { rows } = await database.pool.query<{ id: number }>(
      `INSERT INTO brand (slug, name, character) VALUES ('late', 'Late', 'Came after the seed.') RETURNING id`,
    )
    expect(rows[0]?.id).toBe(counts.brands + 1)
  })

  test('the demo logins open with their passwords and have their roles', async () => {
    for (const { email, password, role } of DEMO_LOGINS) {
      const { rows } = await database.pool.query<{ role: string; password: string }>(
        `SELECT u.role, a.password FROM users u JOIN account a ON a.user_id = u.id AND a.provider_id = 'credential' WHERE u.email = $1`,
        [email],
      )
      expect(rows[0]?.role).toBe(role)
      expect(await verifyPassword({ hash: rows[0]?.password ?? '', password })).toBe(true)
    }
  })

  test('a shop that is there already is not seeded over', async () => {
    await expect(seedDatabase(database.pool, { products: 5, seed: 1, today })).rejects.toThrow(/already holds a shop/)
    expect(await one('SELECT count(*) FROM product')).toBe(60)
  })
})
