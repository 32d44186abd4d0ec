import type pg from 'pg'

/**
 * When the oldest units on hand of each record came in, first in first out: receipts from the newest back, until they
 * cover what is there. Epoch milliseconds by record; records without stock are left out.
 */
export const readReceivedAt = async (
  pool: pg.Pool,
  variantIds: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
  const { rows } = await pool.query<{ record_id: number; at: Date }>({
    name: 'allocation-received-at',
    text: `SELECT l.record_id, min(e.effective_at) AS at
    FROM stock_level l
    JOIN LATERAL (
      SELECT effective_at, quantity, sum(quantity) OVER (ORDER BY version DESC) AS so_far FROM inventory_event
      WHERE record_id = l.record_id AND quantity > 0
        AND type IN ('Received', 'Found', 'Adjusted', 'Counted', 'TransferredIn', 'ReturnedRestocked')
    ) e ON e.so_far - e.quantity < l.on_hand
    WHERE l.variant_id = ANY($1::int[]) AND l.on_hand > 0
    GROUP BY l.record_id`,
    values: [variantIds],
  })
  return new Map(rows.map((row) => [row.record_id, row.at.getTime()]))
}
