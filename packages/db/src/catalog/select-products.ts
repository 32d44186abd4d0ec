import type { StoredProduct } from '@selvedge/core'
import type { Pool } from 'pg'
import { availableSql } from './available-sql'
import { type ProductRow, storedProductOf } from './product-row'

/** Which products, in which order: SQL over `product p` that yields `(id, place)`, with its parameters. */
export type Choice = { readonly sql: string; readonly values: readonly unknown[]; readonly name?: string }

/** Reads whole products in one statement, in the order of `place`. */
export async function selectProducts(pool: Pool, { sql, values, name }: Choice): Promise<readonly StoredProduct[]> {
  const { rows } = await pool.query<ProductRow>({
    text: wholeProducts(sql),
    values: [...values],
    ...(name === undefined ? {} : { name }),
  })
  return rows.map(storedProductOf)
}

// Variant by variant through the index, whatever the planner thinks of a LIMIT it does not know: stock is by far the
// longest table here.
const wholeProducts = (choice: string): string => `
  WITH chosen AS MATERIALIZED (${choice})
  SELECT p.id, p.version, p.slug, p.title, p.description, p.garment, p.category, p.department, p.attributes,
         p.popularity, p.published_at,
         json_build_object('slug', b.slug, 'name', b.name, 'character', b.character, 'notSoldIn', b.not_sold_in) AS brand,
         o.options, v.variants, m.media, k.collections
  FROM chosen
  JOIN product p ON p.id = chosen.id
  JOIN brand b ON b.id = p.brand_id
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('kind', kind, 'values', values) ORDER BY position) AS options
    FROM product_option WHERE product_id = p.id
  ) o ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('variantId', v.id, 'sku', v.sku, 'colour', v.colour, 'size', v.size,
             'sizeOrder', v.size_order, 'priceMinor', v.price_minor, 'compareAtMinor', v.compare_at_minor,
             'currency', v.currency, 'available', coalesce(free.available, 0)) ORDER BY v.id) AS variants
    FROM variant v LEFT JOIN LATERAL (${availableSql('l.variant_id = v.id')}) free ON true WHERE v.product_id = p.id
  ) v ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('colour', colour, 'view', view, 'pictureKey', picture_key, 'alt', alt)
             ORDER BY position) AS media
    FROM media WHERE product_id = p.id
  ) m ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('slug', c.slug, 'title', c.title) ORDER BY c.position) AS collections
    FROM collection_product cp JOIN collection c ON c.id = cp.collection_id WHERE cp.product_id = p.id
  ) k ON true
  ORDER BY chosen.place`
