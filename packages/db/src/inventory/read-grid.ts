import { availableToSell, type StockFilter, type StockGridRow } from '@selvedge/core'
import type pg from 'pg'
import { incomingSql } from './incoming-sql'
import { type LevelRow, toRecord } from './rows'
import { FILTERED_STOCK, filterValues } from './stock-filter-sql'

export type GridInput = StockFilter & {
  readonly afterRecordId?: number
  readonly beforeRecordId?: number
  readonly recordId?: number
  readonly limit: number
}

type GridRow = LevelRow & {
  sku: string
  title: string
  brand: string
  colour: string
  size: string
  location_code: string
  due: number
  incoming: number
  expected_on: string | null
}

const GRID = `SELECT l.*, v.sku, v.colour, v.size, p.title, b.name AS brand, lo.code AS location_code, coalesce(due.units, 0) AS due, ${incomingSql('l.record_id')} AS incoming,
    (SELECT to_char(min(o.expected_on), 'YYYY-MM-DD') FROM inbound_shipment_line n JOIN inbound_shipment o ON o.id = n.shipment_id
      WHERE n.record_id = l.record_id AND NOT n.closed AND n.expected > n.received + n.damaged
        AND o.state IN ('expected', 'part_received') AND o.expected_on >= statement_timestamp()::date) AS expected_on
  ${FILTERED_STOCK} AND l.record_id > $8 AND ($9::int IS NULL OR l.record_id = $9) AND ($10::int IS NULL OR l.record_id < $10)
  ORDER BY l.record_id LIMIT $11`

/** Rows of the stock grid, by record id; `available` leaves due holds out. */
export const readGrid = async (pool: pg.Pool, input: GridInput): Promise<StockGridRow[]> => {
  const { afterRecordId, beforeRecordId, recordId, limit, ...filter } = input
  const values = [...filterValues(filter), afterRecordId ?? 0, recordId ?? null, beforeRecordId ?? null, limit]
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
      incoming: row.incoming,
      ...(row.expected_on === null ? {} : { expectedOn: new Date(row.expected_on) }),
    }
  })
}
