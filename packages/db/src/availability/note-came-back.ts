import type { Pool } from 'pg'

/** A record at which there is something to sell again. */
export type Arrival = { readonly variantId: number; readonly recordId: number; readonly atMs: number }

/**
 * Keeps when a variant could last be bought online again after it could not: something arrived at a record, and no other
 * place that sells online had any. Told twice, or late, nothing else is kept.
 */
export async function noteCameBack(pool: Pool, arrivals: readonly Arrival[]): Promise<number> {
  const { rowCount } = await pool.query(
    `INSERT INTO came_back (variant_id, at)
     SELECT a.variant_id, max(to_timestamp(a.at_ms / 1000.0))
     FROM unnest($1::int[], $2::int[], $3::float8[]) AS a(variant_id, record_id, at_ms)
     JOIN stock_level here ON here.record_id = a.record_id
     JOIN location shop ON shop.id = here.location_id AND shop.sells_online
     WHERE NOT EXISTS (
       SELECT 1 FROM stock_level l JOIN location place ON place.id = l.location_id AND place.sells_online
       WHERE l.variant_id = a.variant_id AND l.record_id <> ALL($2::int[])
         AND l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock > 0)
     GROUP BY a.variant_id
     ON CONFLICT (variant_id) DO UPDATE SET at = greatest(came_back.at, excluded.at)`,
    [
      arrivals.map(({ variantId }) => variantId),
      arrivals.map(({ recordId }) => recordId),
      arrivals.map(({ atMs }) => atMs),
    ],
  )
  return rowCount ?? 0
}
