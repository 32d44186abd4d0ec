import type { GridPages, StockFilter } from '@selvedge/core'
import type pg from 'pg'
import { FILTERED_STOCK, filterValues } from './stock-filter-sql'

/** Every record has its place, SKU, product and house: where nothing is filtered, they need not be looked at. */
const sourceOf = (filter: StockFilter): { from: string; values: unknown[]; next: number } => {
  const isWhole = Object.values(filter).every((part) => part === undefined || part === false)
  if (isWhole) return { from: 'FROM stock_level l', values: [], next: 1 }
  const values = filterValues(filter)
  return { from: FILTERED_STOCK, values, next: values.length + 1 }
}

/** How many records a filter shows, and with which one every page of `rows` of them begins. */
export const readGridPages = async (pool: pg.Pool, filter: StockFilter, rows: number): Promise<GridPages> => {
  const { from, values, next } = sourceOf(filter)
  const { rows: found } = await pool.query<{ records: number; first_ids: number[] }>(
    `SELECT count(*)::int AS records, coalesce(array_agg(id ORDER BY id) FILTER (WHERE nth % $${next}::int = 0), '{}') AS first_ids
    FROM (SELECT l.record_id AS id, row_number() OVER (ORDER BY l.record_id) - 1 AS nth ${from}) shown`,
    [...values, rows],
  )
  return { records: found[0]?.records ?? 0, firstIds: found[0]?.first_ids ?? [] }
}
