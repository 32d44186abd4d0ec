import { availableToSell, type StockGridRow } from '@selvedge/core'
import type pg from 'pg'
import { likePattern } from './like-pattern'
import { type LevelRow, toRecord } from './rows'

export type GridInput = {
  query?: string
  locationId?: number
  onlyLow?: boolean
  afterRecordId?: number
  recordId?: number
  limit: number
}

type GridRow = LevelRow & {
  sku: string
  title: string
  brand: string
  colour: string
  size: string
  location_code: string
  due: number
  expected_on: string | null
  expected_quantity: number | null
}

const GRID = `SELECT l.*, v.sku, v.colour, v.size, p.title, b.name AS brand, lo.code AS location_code, coalesce(due.units, 0) AS due,
    to_char(r.expected_on, 'YYYY-MM-DD') AS expected_on, r.expected_quantity
  FROM stock_level l
  JOIN inventory_record r ON r.id = l.record_id JOIN location lo ON lo.id = l.location_id
  JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id JOIN brand b ON b.id = p.brand_id
  LEFT JOIN LATERAL (SELECT sum(h.quantity)::int AS units FROM reservation h
    WHERE h.record_id = l.record_id AND h.state = 'held' AND h.expires_at <= clock_timestamp()) due ON l.reserved > 0
  WHERE l.record_id > $1 AND ($2::int IS NULL OR l.record_id = $2) AND ($3::int IS NULL OR l.location_id = $3)
    AND ($4::text IS NULL OR v.sku ILIKE $4 OR p.title ILIKE $4 OR b.name ILIKE $4)
    AND (NOT $5 OR l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock <= 3)
  ORDER BY l.record_id LIMIT $6`

/** Rows of the stock grid, by record id; `available` leaves due holds out. */
export const readGrid = async (pool: pg.Pool, input: GridInput): Promise<StockGridRow[]> => {
  const values = [
    input.afterRecordId ?? 0,
    input.recordId ?? null,
    input.locationId ?? null,
    likePattern(input.query),
    input.onlyLow ?? false,
    input.limit,
  ]
  const { rows } = await pool.query<GridRow>(GRID, values)
  return rows.map((row) => {
    const record = toRecord(row)
    return {
      ...record,
      sku: row.sku,
      productTitle: row.title,
      brand: row.brand,
      colour: row.colour,
      size: row.size,
      locationCode: row.location_code,
      available: availableToSell(record, row.due),
      ...(row.expected_on === null ? {} : { expectedOn: new Date(row.expected_on) }),
      ...(row.expected_quantity === null ? {} : { expectedQuantity: row.expected_quantity }),
    }
  })
}
