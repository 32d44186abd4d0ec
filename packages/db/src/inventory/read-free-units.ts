import type pg from 'pg'

/**
 * Units of each record that nobody was promised: on hand - reserved - allocated - unavailable, holds past their end not
 * counted. Safety stock counts as free: it limits selling, not moving. Locks every record of the SKUs in order of id, as
 * the engine will, so that the two never wait for each other.
 */
export const readFreeUnits = async (
  client: pg.PoolClient,
  variantIds: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
  await client.query('SELECT 1 FROM stock_level WHERE variant_id = ANY($1::int[]) ORDER BY record_id FOR UPDATE', [
    variantIds,
  ])
  const { rows } = await client.query<{ record_id: number; free: number }>(
    `SELECT l.record_id, (l.on_hand - l.reserved - l.allocated - l.unavailable + coalesce((SELECT sum(r.quantity) FROM reservation r
      WHERE r.record_id = l.record_id AND r.state = 'held' AND r.expires_at <= (SELECT clock_timestamp())), 0))::int AS free
    FROM stock_level l WHERE l.variant_id = ANY($1::int[])`,
    [variantIds],
  )
  return new Map(rows.map((row) => [row.record_id, row.free]))
}
