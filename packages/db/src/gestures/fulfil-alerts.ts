import type { AlertToTell } from '@selvedge/core'
import type pg from 'pg'
import { availableSql } from '../catalog/available-sql'
import { optionLabelSql } from '../catalog/option-label-sql'

/** An open alert that has come about, and of what. */
export type FulfilledAlert = AlertToTell & { readonly productId: number; readonly variantId: number | undefined }

type Row = {
  id: string
  kind: 'stock' | 'price'
  email: string
  user_id: string | null
  product_id: number
  variant_id: number | null
  slug: string
  title: string
  brand: string
  size: string | null
  colour: string | null
  colour_label: string | null
  price_minor: number
  currency: string
}

const TOLD = `
  SELECT due.id, due.kind, due.email, due.user_id, due.product_id, due.variant_id, p.slug, p.title, b.name AS brand,
    ${optionLabelSql('size', 'v.size')} AS size, v.colour, ${optionLabelSql('colour', 'v.colour')} AS colour_label,
    cheapest.price_minor, cheapest.currency
  FROM due JOIN product p ON p.id = due.product_id JOIN brand b ON b.id = p.brand_id
  LEFT JOIN variant v ON v.id = due.variant_id
  JOIN LATERAL (SELECT price_minor, currency FROM variant WHERE product_id = p.id ORDER BY price_minor, id LIMIT 1) cheapest ON true`

/** Open alerts of these variants that can be bought now. Nothing is changed: they are open until they are closed. */
export const findBackInStock = async (
  pool: pg.Pool,
  variantIds: readonly number[],
): Promise<readonly FulfilledAlert[]> => {
  const { rows } = await pool.query<Row>(
    `WITH due AS (
       SELECT a.* FROM product_alert a
       JOIN LATERAL (${availableSql('l.variant_id = a.variant_id')}) free ON free.available > 0
       WHERE a.kind = 'stock' AND a.fulfilled_at IS NULL AND a.variant_id = ANY($1::int[]))
     ${TOLD}`,
    [variantIds],
  )
  return rows.map(alertOf)
}

/** Open alerts of these products that cost less now than when they were asked for. */
export const findCheaper = async (pool: pg.Pool, productIds: readonly number[]): Promise<readonly FulfilledAlert[]> => {
  const { rows } = await pool.query<Row>(
    `WITH due AS (
       SELECT a.* FROM product_alert a
       WHERE a.kind = 'price' AND a.fulfilled_at IS NULL AND a.product_id = ANY($1::int[])
         AND (SELECT min(price_minor) FROM variant WHERE product_id = a.product_id) < a.asked_price_minor)
     ${TOLD}`,
    [productIds],
  )
  return rows.map(alertOf)
}

export const closeAlerts = async (pool: pg.Pool, alertIds: readonly string[]): Promise<void> => {
  await pool.query('UPDATE product_alert SET fulfilled_at = clock_timestamp() WHERE id = ANY($1::uuid[])', [alertIds])
}

const alertOf = (row: Row): FulfilledAlert => ({
  alertId: row.id,
  kind: row.kind,
  email: row.email,
  userId: row.user_id ?? undefined,
  productId: row.product_id,
  variantId: row.variant_id ?? undefined,
  slug: row.slug,
  title: row.title,
  brand: row.brand,
  size: row.size ?? undefined,
  colour: row.colour === null ? undefined : { value: row.colour, label: row.colour_label ?? row.colour },
  priceMinor: row.price_minor,
  currency: row.currency,
})
