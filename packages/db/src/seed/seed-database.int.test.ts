import { isInForce, PLACEMENTS } from '@selvedge/core'
import { verifyPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorklist } from '../fulfilment/read-worklist'
import { lostCauses } from '../inventory/check/lost-causes'
import { verifyLedger } from '../inventory/verify'
import { createFeedFigures } from '../recs/feed-figures'
import { createLeverStore } from '../recs/lever-store'
import { createServedLog } from '../recs/served-log'
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
    expect(await one('SELECT count(*) FROM channel')).toBe(2)
  })

  test('has levers to look at, none of which changes what is shown today', async () => {
    const { rules, experiments } = await createLeverStore({ pool: database.pool }).read()
    expect(await one('SELECT count(*) FROM merchandising_rule')).toBe(3)
    expect(rules.some((rule) => isInForce(rule, 'for-you', today.getTime()))).toBe(false)
    expect(experiments.map(({ state }) => state)).toEqual(experiments.map(() => 'stopped'))
    expect(await one(`SELECT count(*) FROM markdown WHERE starts_at > '${today.toISOString()}'`)).toBe(1)
    const arms = await database.pool.query<{ arm: string; n: number }>(
      'SELECT arm, count(*)::int AS n FROM experiment_exposure GROUP BY 1',
    )
    expect(arms.rows.map(({ arm }) => arm)).toEqual(expect.arrayContaining(['as-it-is', 'larger']))
  })

  test('what came of what was shown is known for every placement, down to orders', async () => {
    const figures = await createFeedFigures({ pool: database.pool }).since(90)
    expect(new Set(figures.map(({ placement }) => placement))).toEqual(new Set(PLACEMENTS))
    expect(new Set(figures.map(({ modelVersion }) => modelVersion))).toEqual(new Set(['demo']))
    for (const placement of PLACEMENTS) {
      const own = figures.filter((figure) => figure.placement === placement)
      const sum = (name: 'impressions' | 'clicks' | 'orders') => own.reduce((all, figure) => all + figure[name], 0)
      expect(sum('clicks')).toBeLessThan(sum('impressions'))
      expect(sum('orders')).toBeGreaterThan(0)
      // A listing is found; everything else was brought up by a source, which is named.
      expect(own.some(({ source }) => source === 'none')).toBe(placement === 'listing')
    }
  })

  test('pieces come back from every placement, and from none more than were bought there', async () => {
    const figures = await createFeedFigures({ pool: database.pool }).since(365)
    for (const placement of PLACEMENTS) {
      const own = figures.filter((figure) => figure.placement === placement)
      const sum = (name: 'orders' | 'returns') => own.reduce((all, figure) => all + figure[name], 0)
      expect(sum('returns'), `returns of ${placement}`).toBeGreaterThan(0)
      expect(sum('returns')).toBeLessThan(sum('orders'))
    }
  })

  test('what was chosen for somebody names its answer, which is kept with what it showed; a listing has none', async () => {
    const named = "signal->'showing'->>'servedId'"
    const shown = "FROM behaviour_event WHERE kind IN ('impression', 'click') AND signal->'showing'->>'placement'"
    expect(await one(`SELECT count(*) ${shown} <> 'listing' AND ${named} IS NULL`)).toBe(0)
    expect(await one(`SELECT count(*) ${shown} = 'listing' AND ${named} IS NOT NULL`)).toBe(0)
    const lately = `occurred_at > '${today.toISOString()}'::timestamptz - interval '29 days'`
    expect(
      await one(`SELECT count(DISTINCT ${named}) ${shown} <> 'listing' AND kind = 'impression' AND ${lately}`),
    ).toBe(await one('SELECT count(*) FROM served_answer'))
    const strange = await one(
      `SELECT count(*) FROM behaviour_event b JOIN served_answer a ON a.id = (b.${named})::uuid
       WHERE b.kind = 'impression' AND b.${lately}
         AND (a.person <> b.person OR a.placement <> b.signal->'showing'->>'placement' OR a.served_at > b.occurred_at
           OR NOT a.products @> jsonb_build_array(jsonb_build_object('productId', b.product_id)))`,
    )
    expect(strange).toBe(0)
    const log = createServedLog({ pool: database.pool })
    const [newest] = await log.recent({ limit: 1 })
    expect(newest?.products.length).toBeGreaterThan(0)
  })

  test('every stock level equals the fold of its ledger, and every stream is recorded in order', async () => {
    expect(await verifyLedger(database.pool)).toEqual([])
    expect((await lostCauses(database.pool)).findings).toEqual([])
    expect(await one('SELECT count(*) FROM inventory_event WHERE cause_type IS NULL OR cause_id IS NULL')).toBe(0)
    const outOfOrder = await one(`SELECT count(*) FROM inventory_event a JOIN inventory_event b
      ON b.record_id = a.record_id AND b.version = a.version + 1 WHERE b.recorded_at < a.recorded_at`)
    expect(outOfOrder).toBe(0)
    expect(await one('SELECT sum(reserved + short) FROM stock_level')).toBe(0)
  })

  test('the desk has work: pieces on the way and late, held back, a count half done, returns to look at', async () => {
    expect(await one(`SELECT count(*) FROM stock_transfer WHERE state = 'in-transit'`)).toBeGreaterThan(0)
    expect(await one('SELECT sum(unavailable) FROM stock_level')).toBeGreaterThan(0)
    expect(await one('SELECT count(*) FROM stock_count_line WHERE first_counted IS NOT NULL')).toBeGreaterThan(0)
    expect(await one(`SELECT count(*) FROM return_request WHERE state <> 'closed'`)).toBeGreaterThan(0)
  })

  test('orders wait to be sent, some in part; what is set aside for them is what the levels say', async () => {
    const { pool } = database
    const { tasks, places } = await readWorklist(pool, { limit: 500 })
    expect(tasks.length).toBeGreaterThan(8)
    expect(tasks.some(({ state }) => state === 'part_shipped')).toBe(true)
    expect(tasks.some(({ picking, packed }) => picking + packed > 0)).toBe(true)
    const units = places.reduce((sum, place) => sum + place.units, 0)
    expect(units).toBe(await one('SELECT sum(allocated) FROM stock_level'))
    expect(units).toBe(await one(`SELECT sum(quantity - shipped) FROM reservation WHERE state = 'committed'`))
    const unpaid = await one(`SELECT count(*) FROM payment p FULL JOIN sandbox_payment s USING (idempotency_key)
      WHERE p.amount_minor IS DISTINCT FROM s.amount_minor`)
    expect(unpaid).toBe(0)
  })

  test('supply is on its way: late, partly here, sold ahead; every cap is what is still to come', async () => {
    expect(
      await one(`SELECT count(*) FROM inbound_shipment WHERE expected_on < '2026-11-23' AND state = 'expected'`),
    ).toBe(1)
    expect(await one(`SELECT count(*) FROM inbound_shipment WHERE state = 'part_received'`)).toBe(1)
    expect(await one('SELECT count(*) FROM backorder_allowance')).toBeGreaterThan(0)
    expect(await one('SELECT count(*) FROM stock_level WHERE oversell_cap > 0')).toBeGreaterThan(5)
    const wrong =
      await one(`SELECT count(*) FROM stock_level l WHERE l.oversell_cap <> coalesce((SELECT sum(sl.expected - sl.received)
        FROM inbound_shipment_line sl WHERE sl.record_id = l.record_id AND sl.presale AND NOT sl.closed), 0)
      + coalesce((SELECT b.units FROM backorder_allowance b WHERE b.record_id = l.record_id), 0)`)
    expect(wrong).toBe(0)
  })

  test('houses that cut small hear of it, and what was refunded is what the bank has given', async () => {
    const share = (house: string) =>
      one(`SELECT 100 * count(*) FILTER (WHERE l.reason = 'too-small') / count(*) FROM return_line l
        JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id WHERE ${house}`)
    expect(await share('p.brand_id % 5 = 2')).toBeGreaterThan((await share('p.brand_id % 5 <> 2')) + 20)
    const wrong = await one(`SELECT count(*) FROM refund f FULL JOIN sandbox_refund s ON s.refund_key = f.id::text
      WHERE f.amount_minor IS DISTINCT FROM s.amount_minor`)
    expect(wrong).toBe(0)
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
