import type pg from 'pg'

/** What a record has, as locked. */
export type LockedLevel = {
  readonly recordId: number
  readonly variantId: number
  readonly onHand: number
  readonly reserved: number
  readonly allocated: number
  readonly unavailable: number
  readonly oversellCap: number
}

/**
 * Locks every record of the SKUs in the one global order, as the engine does after it: documents are locked before,
 * never after. What waits for these records can then be read and bound without anybody selling in between.
 */
export const lockLevels = async (
  client: pg.PoolClient,
  variantIds: readonly number[],
): Promise<ReadonlyMap<number, LockedLevel>> => {
  const { rows } = await client.query<LockedLevel>({
    name: 'supply-lock-levels',
    text: `SELECT record_id AS "recordId", variant_id AS "variantId", on_hand AS "onHand", reserved, allocated, unavailable,
      oversell_cap AS "oversellCap"
    FROM stock_level WHERE variant_id = ANY($1::int[]) ORDER BY record_id FOR UPDATE`,
    values: [[...new Set(variantIds)]],
  })
  return new Map(rows.map((row) => [row.recordId, row]))
}
