import type pg from 'pg'

/**
 * The records of SKUs at a place, made where there are none yet: empty, at version 0, in the caller's transaction. In
 * order of SKU, so that two who make the same records follow each other.
 */
export const ensureRecords = async (
  client: pg.PoolClient,
  locationId: number,
  variantIds: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
  const wanted = [...new Set(variantIds)].sort((a, b) => a - b)
  await client.query(
    `INSERT INTO inventory_record (variant_id, location_id)
    SELECT v, $2 FROM unnest($1::int[]) AS v ORDER BY v ON CONFLICT (variant_id, location_id) DO NOTHING`,
    [wanted, locationId],
  )
  await client.query(
    `INSERT INTO stock_level (record_id, variant_id, location_id, version, on_hand, reserved, allocated, unavailable, short,
      oversell_cap, safety_stock)
    SELECT r.id, r.variant_id, r.location_id, 0, 0, 0, 0, 0, 0, 0, 0 FROM inventory_record r
    WHERE r.location_id = $2 AND r.variant_id = ANY($1::int[]) ORDER BY r.id ON CONFLICT (record_id) DO NOTHING`,
    [wanted, locationId],
  )
  const { rows } = await client.query<{ id: number; variant_id: number }>(
    'SELECT id, variant_id FROM inventory_record WHERE location_id = $2 AND variant_id = ANY($1::int[])',
    [wanted, locationId],
  )
  return new Map(rows.map((row) => [row.variant_id, row.id]))
}
