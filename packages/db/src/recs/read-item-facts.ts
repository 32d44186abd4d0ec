import type { Pool } from 'pg'

export type ProductFacts = {
  readonly productId: number
  /** Working days until a parcel leaves, from the nearest place that has a unit; undefined where none has. */
  readonly shipDays: number | undefined
  /** The same by SKU, of those with a unit, where they do not all leave alike. */
  readonly shipDaysOf: Readonly<Record<string, number>> | undefined
  /** The live markdown: since when, by what share, and how old the stock is that it is on; undefined where none is. */
  readonly marked: { readonly atMs: number; readonly off: number; readonly stockAgeDays: number } | undefined
}

type Row = {
  id: number
  ship_days: number | null
  ship_days_of: Readonly<Record<string, number>> | null
  marked_at: Date | null
  off: number | null
  age_days: number | null
}

/**
 * How soon products leave the house and the markdown that is live on them; all active products, or those given. One
 * statement. What is held or kept back does not ship.
 */
export async function readItemFacts(pool: Pool, productIds?: readonly number[]): Promise<readonly ProductFacts[]> {
  const { rows } = await pool.query<Row>({
    ...(productIds === undefined ? {} : { name: 'recs-item-facts' }),
    text: `SELECT p.id, soonest.days AS ship_days, soonest.by_sku AS ship_days_of, marked.at AS marked_at, marked.off, aged.age_days
      FROM product p
      LEFT JOIN (
        SELECT of_sku.product_id, min(of_sku.days) AS days,
          CASE WHEN min(of_sku.days) < max(of_sku.days) THEN json_object_agg(of_sku.sku, of_sku.days) END AS by_sku
        FROM (
          SELECT v.product_id, v.sku, min(place.lead_days) AS days
          FROM stock_level l
          JOIN location place ON place.id = l.location_id AND place.sells_online
          JOIN variant v ON v.id = l.variant_id
          WHERE l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock > 0
            ${productIds === undefined ? '' : 'AND v.product_id = ANY($1::int[])'}
          GROUP BY 1, 2
        ) of_sku GROUP BY 1
      ) soonest ON soonest.product_id = p.id
      LEFT JOIN (
        SELECT m.product_id, min(m.marked_at) AS at, max(1 - v.price_minor::float8 / nullif(m.list_price_minor, 0)) AS off
        FROM marked_variant m JOIN variant v ON v.id = m.variant_id GROUP BY 1
      ) marked ON marked.product_id = p.id
      LEFT JOIN LATERAL (
        SELECT extract(epoch FROM clock_timestamp() - coalesce(max(e.effective_at), p.published_at))::float8 / 86400 AS age_days
        FROM variant v JOIN inventory_record r ON r.variant_id = v.id
        JOIN inventory_event e ON e.record_id = r.id AND e.type = 'Received'
        WHERE marked.product_id IS NOT NULL AND v.product_id = p.id
      ) aged ON true
      WHERE ${productIds === undefined ? "p.status = 'active'" : 'p.id = ANY($1::int[])'}`,
    values: productIds === undefined ? [] : [productIds],
  })
  return rows.map(({ id, ship_days, ship_days_of, marked_at, off, age_days }) => ({
    productId: id,
    shipDays: ship_days ?? undefined,
    shipDaysOf: ship_days_of ?? undefined,
    marked:
      marked_at === null
        ? undefined
        : { atMs: marked_at.getTime(), off: off ?? 0, stockAgeDays: Math.max(0, age_days ?? 0) },
  }))
}

/** Days of the log that tell how a product does now. */
const LOOKED_AT_DAYS = 14

export type ProductLooks = { readonly productId: number; readonly impressions: number; readonly clicks: number }

/** How often products were shown and opened of late, by anybody. */
export async function readProductLooks(pool: Pool): Promise<readonly ProductLooks[]> {
  const { rows } = await pool.query<{ product_id: number; impressions: number; clicks: number }>(
    `SELECT product_id, count(*) FILTER (WHERE kind = 'impression')::int AS impressions,
            count(*) FILTER (WHERE kind = 'click')::int AS clicks
     FROM behaviour_event
     WHERE logged_on > current_date - $1::int AND kind IN ('impression', 'click') AND product_id IS NOT NULL
     GROUP BY 1`,
    [LOOKED_AT_DAYS],
  )
  return rows.map(({ product_id, impressions, clicks }) => ({ productId: product_id, impressions, clicks }))
}
