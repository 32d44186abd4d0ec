import type { RecentStockEvent } from '@selvedge/core'
import type pg from 'pg'
import { LEDGER_COLUMNS, type LedgerRow, toLedgerEntry } from './read-ledger'

type RecentRow = LedgerRow & { sku: string; title: string; location_code: string }

// A busy shop fills a list within minutes; the wide window is for quiet ones. Both are served by the BRIN index.
const WINDOWS = ['5 minutes', '24 hours'] as const

/** Newest entries over all records, newest first. */
export const readRecent = async (pool: pg.Pool, limit: number): Promise<RecentStockEvent[]> => {
  let rows: RecentRow[] = []
  for (const window of WINDOWS) {
    const found = await pool.query<RecentRow>(
      `WITH newest AS MATERIALIZED (SELECT * FROM inventory_event WHERE recorded_at > now() - $1::interval
        ORDER BY recorded_at DESC, record_id, version DESC LIMIT $2)
      SELECT ${LEDGER_COLUMNS}, v.sku, p.title, lo.code AS location_code FROM newest e
      JOIN inventory_record r ON r.id = e.record_id JOIN location lo ON lo.id = r.location_id
      JOIN variant v ON v.id = r.variant_id JOIN product p ON p.id = v.product_id
      ORDER BY e.recorded_at DESC, e.record_id, e.version DESC`,
      [window, limit],
    )
    rows = found.rows
    if (rows.length === limit) break
  }
  return rows.map((row) => ({
    ...toLedgerEntry(row),
    sku: row.sku,
    productTitle: row.title,
    locationCode: row.location_code,
  }))
}
