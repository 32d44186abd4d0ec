import { createStockEngine } from '@selvedge/db'
import type pg from 'pg'

const UNITS_EACH = 200_000

export type StockedSku = { readonly variantId: number; readonly sku: string }

/** SKUs with plenty of stock, put there through the ledger like everything else. */
export const stockUp = async (pool: pg.Pool, count: number): Promise<StockedSku[]> => {
  const engine = createStockEngine({ pool })
  const { rows } = await pool.query<{ record_id: number; variant_id: number; sku: string }>(
    `SELECT DISTINCT ON (v.id) l.record_id, l.variant_id, v.sku FROM stock_level l JOIN location p ON p.id = l.location_id AND p.sells_online
    JOIN variant v ON v.id = l.variant_id ORDER BY v.id, p.priority LIMIT $1`,
    [count],
  )
  for (const row of rows) {
    const origin = { actor: 'bench', correlationId: 'bench' }
    const common = {
      variantId: row.variant_id,
      recordId: row.record_id,
      delta: UNITS_EACH,
      reason: 'receipt' as const,
      origin,
    }
    const answer = await engine.execute({ kind: 'adjust', ...common })
    if (!answer.ok) throw new Error(answer.error.code)
  }
  await engine.close()
  return rows.map((row) => ({ variantId: row.variant_id, sku: row.sku }))
}
