import type pg from 'pg'

/** The SKUs among these for which an order waits. */
export const readAwaited = async (pool: pg.Pool, variantIds: readonly number[]): Promise<readonly number[]> => {
  const { rows } = await pool.query<{ variant_id: number }>({
    name: 'supply-awaited',
    text: `SELECT DISTINCT r.variant_id FROM inventory_record r JOIN supply_promise p ON p.record_id = r.id AND p.state = 'open'
    WHERE r.variant_id = ANY($1::int[]) ORDER BY 1`,
    values: [variantIds],
  })
  return rows.map((row) => row.variant_id)
}
