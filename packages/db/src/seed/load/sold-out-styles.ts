import type { PoolClient } from 'pg'

/** A size that can be bought nowhere, at a place it was stocked at. */
export type SoldOut = { readonly recordId: number; readonly variantId: number; readonly sku: string }

/** A line of an order to a supplier. Units are pieces. */
export type OrderedLine = SoldOut & { readonly units: number }

/** Looked for among the best liked products: those are the pages that are opened. */
const PRODUCTS_LOOKED_AT = 3_000
const STYLES_FOUND = 40

/** Sizes of a place that are sold out everywhere, by product, the best liked first. */
export async function findSoldOut(
  client: PoolClient,
  locationId: number,
  taken: readonly number[],
): Promise<(readonly SoldOut[])[]> {
  const { rows } = await client.query<{ sizes: SoldOut[] }>(
    `WITH liked AS (
      SELECT id, popularity FROM product WHERE status = 'active' ORDER BY popularity DESC, id LIMIT $2
    ), gone AS (
      SELECT v.id, v.sku, v.product_id, liked.popularity FROM liked JOIN variant v ON v.product_id = liked.id
      JOIN stock_level l ON l.variant_id = v.id JOIN location place ON place.id = l.location_id AND place.sells_online
      WHERE v.id <> ALL($3::int[])
      GROUP BY v.id, liked.popularity HAVING sum(greatest(0, l.on_hand - l.unavailable - l.safety_stock)) = 0
    )
    SELECT jsonb_agg(jsonb_build_object('recordId', r.id, 'variantId', gone.id, 'sku', gone.sku) ORDER BY gone.id) AS sizes
    FROM gone JOIN inventory_record r ON r.variant_id = gone.id AND r.location_id = $1
    GROUP BY gone.product_id ORDER BY max(gone.popularity) DESC, gone.product_id LIMIT $4`,
    [locationId, PRODUCTS_LOOKED_AT, taken, STYLES_FOUND],
  )
  return rows.map((row) => row.sizes)
}
