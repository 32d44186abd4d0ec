import type { Pool } from 'pg'

/** Whoever has waited for longer has forgotten: what came back before is no news. */
const NEWS_DAYS = 60

export type CameBack = { readonly sku: string; readonly atMs: number }

/** SKUs that came back of late after they could not be bought, with when; all of them, or those of the products given. */
export async function readCameBack(pool: Pool, productIds?: readonly number[]): Promise<readonly CameBack[]> {
  const { rows } = await pool.query<{ sku: string; at: Date }>(
    `SELECT v.sku, b.at FROM came_back b JOIN variant v ON v.id = b.variant_id
     WHERE b.at > clock_timestamp() - make_interval(days => $1) AND ($2::int[] IS NULL OR v.product_id = ANY($2::int[]))`,
    [NEWS_DAYS, productIds ?? null],
  )
  return rows.map(({ sku, at }) => ({ sku, atMs: at.getTime() }))
}
