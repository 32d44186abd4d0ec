import type { AlertToTell } from '@selvedge/core'
import type pg from 'pg'
import { availableSql } from '../catalog/available-sql'
import { optionLabelSql } from '../catalog/option-label-sql'

/** An open alert that has come about, and of what. */
export type FulfilledAlert = AlertToTell & {
  readonly person: string
  readonly productId: number
  readonly variantId: number | undefined
}

type Row = {
  id: string
  kind: 'stock' | 'price'
  person: string
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
  SELECT due.id, due.kind, due.person, due.email, due.user_id, due.product_id, due.variant_id, p.slug, p.title, b.name AS brand,
    ${optionLabelSql('size', 'v.size')} AS size, v.colour, ${optionLabelSql('colour', 'v.colour')} AS colour_label,
    cheapest.price_minor, cheapest.currency
  FROM due JOIN product p ON p.id = due.product_id JOIN brand b ON b.id = p.brand_id
  LEFT JOIN variant v ON v.id = due.variant_id
  JOIN LATERAL (SELECT price_minor, currency FROM variant WHERE product_id = p.id ORDER BY price_minor, id LIMIT 1) cheapest ON true
  ORDER BY due.asked_at, due.id`

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

/** How many alerts were told to each address in the last 24 hours, by the address in small letters. */
export const toldInADay = async (pool: pg.Pool, emails: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await pool.query<{ email: string; told: number }>(
    `SELECT lower(email) AS email, count(*)::int AS told FROM product_alert
     WHERE fulfilled_at > clock_timestamp() - interval '24 hours' AND lower(email) = ANY($1::text[]) GROUP BY 1`,
    [[...new Set(emails.map((email) => email.toLowerCase()))]],
  )
  return new Map(rows.map(({ email, told }) => [email, told]))
}

/** What open alerts wait for: variants that are to come back, products that are to cost less. */
export const openAlertSubjects = async (
  pool: pg.Pool,
): Promise<{ readonly variantIds: readonly number[]; readonly productIds: readonly number[] }> => {
  const { rows } = await pool.query<{ kind: 'stock' | 'price'; id: number }>(
    `SELECT DISTINCT kind, CASE kind WHEN 'stock' THEN variant_id ELSE product_id END AS id
     FROM product_alert WHERE fulfilled_at IS NULL`,
  )
  const idsOf = (kind: 'stock' | 'price') => rows.filter((row) => row.kind === kind).map(({ id }) => id)
  return { variantIds: idsOf('stock'), productIds: idsOf('price') }
}

const alertOf = (row: Row): FulfilledAlert => ({
  alertId: row.id,
  kind: row.kind,
  person: row.person,
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
