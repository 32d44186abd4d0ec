import { EMPTY_STOCK, evolve, type StockEventType, type StockState } from '@selvedge/core'
import type pg from 'pg'

/**
 * The fold of a stream before a version. Every kind of entry but those that set a figure adds its quantity to something,
 * so the database sums per kind and `evolve`, the one fold, is asked once per kind; of a setting the last one counts.
 */
export const readBalanceBefore = async (pool: pg.Pool, recordId: number, version: number): Promise<StockState> => {
  const { rows } = await pool.query<{ type: StockEventType; quantity: number; entries: number }>({
    name: 'stock-balance',
    text: `SELECT type, count(*)::int AS entries,
        CASE WHEN type IN ('SafetyStockSet', 'OversellCapSet') THEN (array_agg(quantity ORDER BY version DESC))[1] ELSE sum(quantity)::int END AS quantity
      FROM inventory_event WHERE record_id = $1 AND version < $2 GROUP BY type`,
    values: [recordId, version],
  })
  const entries = rows.reduce((sum, row) => sum + row.entries, 0)
  return {
    ...rows.reduce<StockState>((state, { type, quantity }) => evolve(state, { type, quantity }), EMPTY_STOCK),
    version: entries,
  }
}
