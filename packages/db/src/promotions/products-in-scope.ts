import type { MarkdownFacts } from '@selvedge/core'
import type pg from 'pg'

export type ProductFacts = MarkdownFacts & {
  readonly productId: number
  readonly title: string
  /** The lowest price without any markdown. */
  readonly listPriceMinor: number
}

type Row = { id: number; title: string; age_days: number; units: number; list_price_minor: number }

/**
 * What the conditions of markdowns look at, for these products: days since the last delivery to any location, units
 * that can be sold now, the lowest list price.
 */
export const readProductFacts = async (
  client: pg.ClientBase | pg.Pool,
  productIds: readonly number[],
): Promise<ProductFacts[]> => {
  const { rows } = await client.query<Row>({
    name: 'markdown-facts',
    text: `SELECT p.id, p.title,
      floor(extract(epoch FROM clock_timestamp() - coalesce(
        (SELECT max(e.effective_at) FROM variant v JOIN inventory_record r ON r.variant_id = v.id
          JOIN inventory_event e ON e.record_id = r.id AND e.type = 'Received' WHERE v.product_id = p.id), p.published_at)) / 86400)::int AS age_days,
      coalesce((SELECT sum(greatest(0, l.on_hand - l.reserved - l.allocated - l.unavailable - l.safety_stock))
        FROM variant v JOIN stock_level l ON l.variant_id = v.id JOIN location o ON o.id = l.location_id AND o.sells_online
        WHERE v.product_id = p.id), 0)::int AS units,
      (SELECT min(coalesce(m.list_price_minor, v.price_minor)) FROM variant v LEFT JOIN marked_variant m ON m.variant_id = v.id
        WHERE v.product_id = p.id) AS list_price_minor
    FROM product p WHERE p.id = ANY($1::int[])`,
    values: [productIds],
  })
  return rows.map((row) => ({
    productId: row.id,
    title: row.title,
    stockAgeDays: Math.max(0, row.age_days),
    units: row.units,
    listPriceMinor: row.list_price_minor,
  }))
}

/** Active products that a scope reaches. */
export const productsInScope = async (
  client: pg.ClientBase | pg.Pool,
  scope: { readonly productId: number | null; readonly collectionId: number | null },
): Promise<number[]> => {
  const { rows } = await client.query<{ id: number }>({
    name: 'markdown-scope',
    text: `SELECT id FROM product WHERE status = 'active' AND (id = $1
      OR id IN (SELECT product_id FROM collection_product WHERE collection_id = $2))`,
    values: [scope.productId, scope.collectionId],
  })
  return rows.map((row) => row.id)
}
