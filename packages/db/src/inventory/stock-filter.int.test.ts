import type { StockFilter } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedDatabase } from '../seed/seed-database'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { createStockReader } from './stock-reader'

const today = new Date('2026-11-23T00:00:00Z')
/** Everything a filter could look at, one row a record, with nothing decided by SQL. */
type Plain = {
  recordId: number
  locationId: number
  code: string
  country: string
  sku: string
  title: string
  brand: string
  size: string
  fabric: string
  onHand: number
  reserved: number
  allocated: number
  unavailable: number
  safetyStock: number
}
type Inbound = { recordId: number; units: number; on: string }

let database: TestDatabase
let records: readonly Plain[]
let inbound: readonly Inbound[]
/** The database's day: the seeded shop has shipments that are overdue. */
let now: string
const reader = () => createStockReader({ pool: database.pool })

beforeAll(async () => {
  database = await createTestDatabase(2)
  await seedDatabase(database.pool, { products: 80, seed: 11, today })
  records = (
    await database.pool.query<Plain>(
      `SELECT l.record_id AS "recordId", l.location_id AS "locationId", w.code, w.country, v.sku, p.title, b.name AS brand, v.size,
        p.attributes->>'fabric' AS fabric, l.on_hand AS "onHand", l.reserved, l.allocated, l.unavailable, l.safety_stock AS "safetyStock"
      FROM stock_level l, location w, variant v, product p, brand b
      WHERE w.id = l.location_id AND v.id = l.variant_id AND p.id = v.product_id AND b.id = p.brand_id ORDER BY l.record_id`,
    )
  ).rows
  inbound = (
    await database.pool.query<Inbound>(
      `SELECT l.record_id AS "recordId", l.expected - l.received - l.damaged AS units, to_char(s.expected_on, 'YYYY-MM-DD') AS on
      FROM inbound_shipment_line l, inbound_shipment s WHERE s.id = l.shipment_id AND NOT l.closed AND s.state <> 'cancelled'`,
    )
  ).rows
  const clock = await database.pool.query<{ day: string }>(`SELECT to_char(now(), 'YYYY-MM-DD') AS day`)
  now = clock.rows[0]?.day ?? ''
})
afterAll(() => database.drop())

const freeOf = (row: Plain): number => row.onHand - row.allocated - row.reserved - row.unavailable - row.safetyStock
const comingTo = (row: Plain, by: string | undefined): number =>
  inbound.reduce((sum, one) => sum + (one.recordId === row.recordId && comesBy(one.on, by) ? one.units : 0), 0)
// What is overdue comes by no day.
const comesBy = (on: string, by: string | undefined): boolean => by === undefined || (on >= now && on <= by)

const plainly = ({ query, locationId, region, size, fabric, sellableBy, onlyLow }: StockFilter): readonly Plain[] =>
  records.filter(
    (row) =>
      (!query || [row.sku, row.title, row.brand].some((text) => text.toLowerCase().includes(query.toLowerCase()))) &&
      (!locationId || row.locationId === locationId) &&
      (!region || row.country === region) &&
      (!size || row.size === size) &&
      (!fabric || row.fabric === fabric) &&
      (!sellableBy || freeOf(row) + comingTo(row, sellableBy) > 0) &&
      (!onlyLow || freeOf(row) <= 3),
  )

const FILTERS: readonly StockFilter[] = [
  {},
  { size: 'M' },
  { fabric: 'linen' },
  { region: 'NL' },
  { size: 'M', fabric: 'linen', region: 'NL', sellableBy: '2026-11-27' },
  { sellableBy: '2026-11-23' },
  { sellableBy: '2026-12-31' },
  { sellableBy: '2026-12-05', onlyLow: true },
  { region: 'DE', onlyLow: true, query: 'a' },
  { locationId: 3, fabric: 'cotton' },
  { size: 'XXXL' },
]

test.each(FILTERS)('grid and totals of %j are what a plain count says', async (filter) => {
  const expected = plainly(filter)
  const sumsOf = (rows: readonly Plain[]) => {
    const sum = (of: (row: Plain) => number) => rows.reduce((total, row) => total + of(row), 0)
    return {
      records: rows.length,
      onHand: sum((row) => row.onHand),
      reserved: sum((row) => row.reserved),
      allocated: sum((row) => row.allocated),
      available: sum((row) => Math.max(0, freeOf(row))),
      incoming: sum((row) => comingTo(row, filter.sellableBy)),
    }
  }
  const codes = [...new Set(expected.map(({ code }) => code))].sort()
  const { places, ...overall } = await reader().totals(filter)
  expect(overall).toEqual(sumsOf(expected))
  expect(places).toEqual(
    codes.map((code) => ({
      code,
      name: expect.any(String),
      ...sumsOf(expected.filter((row) => row.code === code)),
    })),
  )
  const shown = await reader().grid({ ...filter, limit: 100_000 })
  expect(shown.map(({ recordId }) => recordId)).toEqual(expected.map(({ recordId }) => recordId))
})

test('a later day can be sold on by more records than an earlier one, and a shipment that has come is no longer coming', async () => {
  const on = async (sellableBy: string) => (await reader().totals({ sellableBy })).records
  expect(await on('2027-06-01')).toBeGreaterThan(await on('2026-11-23'))
  expect(inbound.length).toBeGreaterThan(0)
})

test('sizes are those that are made, each once, small before large', async () => {
  const sizes = await reader().sizes()
  expect(new Set(sizes)).toEqual(new Set(records.map(({ size }) => size)))
  expect(sizes.length).toBe(new Set(sizes).size)
  expect(sizes.indexOf('S')).toBeLessThan(sizes.indexOf('M'))
  expect(sizes.indexOf('M')).toBeLessThan(sizes.indexOf('L'))
})
