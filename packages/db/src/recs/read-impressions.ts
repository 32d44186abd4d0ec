import { FEATURE_COUNT, FEATURE_LAYOUT, type Impressions } from '@selvedge/recs'
import type { Pool } from 'pg'

type Row = { features: number[]; position: number; is_clicked: boolean }

/** Impressions older than this were made by another shop: another season, other stock. */
const LEARNED_FROM = '60 days'
const ROWS_MAX = 400_000
const POSITION_MAX = 255

/**
 * What shoppers saw of answers, with the features it was served by, oldest first; and whether they opened it. The order is
 * total: what is learned, to the last bit, follows from what was seen.
 */
export async function readImpressions(pool: Pool): Promise<Impressions & { readonly until: Date | undefined }> {
  const { rows } = await pool.query<Row & { seen_at: Date }>(
    `SELECT served.features, seen.position, seen.is_clicked, seen.seen_at
     FROM (
       SELECT (signal->'showing'->>'servedId')::uuid AS served_id, product_id,
              min((signal->'showing'->>'position')::int) AS position, bool_or(kind = 'click') AS is_clicked,
              min(occurred_at) AS seen_at
       FROM behaviour_event
       WHERE kind IN ('impression', 'click') AND signal->'showing'->>'servedId' IS NOT NULL
         AND occurred_at > now() - $1::interval
       GROUP BY 1, 2
     ) seen
     JOIN served_answer a ON a.id = seen.served_id AND a.versions->>'features' = $2
     JOIN LATERAL (
       SELECT product->'features' AS features FROM jsonb_array_elements(a.products) product
       WHERE (product->>'productId')::int = seen.product_id AND jsonb_array_length(product->'features') = $3 LIMIT 1
     ) served ON true
     ORDER BY seen.seen_at DESC, seen.served_id, seen.product_id LIMIT $4`,
    [LEARNED_FROM, FEATURE_LAYOUT, FEATURE_COUNT, ROWS_MAX],
  )
  rows.reverse()
  const x = new Float32Array(rows.length * FEATURE_COUNT)
  for (const [at, { features }] of rows.entries()) x.set(features, at * FEATURE_COUNT)
  return {
    features: FEATURE_COUNT,
    x,
    positions: Uint8Array.from(rows, ({ position }) => Math.min(POSITION_MAX, position)),
    clicks: Uint8Array.from(rows, ({ is_clicked }) => Number(is_clicked)),
    until: rows.at(-1)?.seen_at,
  }
}
