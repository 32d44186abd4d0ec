import type { AlertView, AskOutcome } from '@selvedge/core'
import type pg from 'pg'
import { availableSql } from '../catalog/available-sql'
import { optionLabelSql } from '../catalog/option-label-sql'

type Ask = { person: string; email: string; userId?: string; limit: number }
type Found = { product_id: number; variant_id: number; available: number; price: number; open: number }

const OPEN_ALERTS = '(SELECT count(*)::int FROM product_alert a WHERE a.person = $2 AND a.fulfilled_at IS NULL) AS open'

/** Only a size that cannot be bought now is waited for. */
export const askForStock = async (pool: pg.Pool, ask: Ask & { sku: string }): Promise<AskOutcome> => {
  const { rows } = await pool.query<Found>(
    `SELECT v.product_id, v.id AS variant_id, v.price_minor AS price, coalesce(free.available, 0)::int AS available, ${OPEN_ALERTS}
     FROM variant v LEFT JOIN LATERAL (${availableSql('l.variant_id = v.id')}) free ON true WHERE v.sku = $1`,
    [ask.sku, ask.person],
  )
  const [found] = rows
  if (!found) return { outcome: 'unknown' }
  if (found.available > 0) return { outcome: 'not-needed' }
  return insertAlert(pool, ask, { kind: 'stock', found, variantId: found.variant_id, price: null })
}

export const askForPrice = async (pool: pg.Pool, ask: Ask & { productId: number }): Promise<AskOutcome> => {
  const { rows } = await pool.query<Found>(
    `SELECT product_id, min(id) AS variant_id, min(price_minor) AS price, 0 AS available, ${OPEN_ALERTS}
     FROM variant WHERE product_id = $1 GROUP BY product_id`,
    [ask.productId, ask.person],
  )
  const [found] = rows
  if (!found) return { outcome: 'unknown' }
  return insertAlert(pool, ask, { kind: 'price', found, variantId: null, price: found.price })
}

async function insertAlert(
  pool: pg.Pool,
  ask: Ask,
  alert: { kind: 'stock' | 'price'; found: Found; variantId: number | null; price: number | null },
): Promise<AskOutcome> {
  const { found, kind, variantId, price } = alert
  if (found.open >= ask.limit) return { outcome: 'full' }
  const { rowCount } = await pool.query(
    `INSERT INTO product_alert (kind, person, user_id, email, product_id, variant_id, asked_price_minor)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [kind, ask.person, ask.userId ?? null, ask.email, found.product_id, variantId, price],
  )
  return { outcome: rowCount === 1 ? 'asked' : 'asked-before', productId: found.product_id }
}

type AlertRow = {
  id: string
  kind: 'stock' | 'price'
  product_id: number
  slug: string
  title: string
  brand: string
  picture_key: string | null
  size: string | null
  colour: string | null
  asked_price_minor: number | null
  price_minor: number
  currency: string
  asked_at: Date
  fulfilled_at: Date | null
}

export const readAlerts = async (pool: pg.Pool, person: string): Promise<readonly AlertView[]> => {
  const { rows } = await pool.query<AlertRow>(
    `SELECT a.id, a.kind, a.product_id, p.slug, p.title, b.name AS brand, a.asked_price_minor, a.asked_at, a.fulfilled_at,
       ${optionLabelSql('size', 'v.size')} AS size, v.colour, cheapest.price_minor, cheapest.currency,
       (SELECT picture_key FROM media m WHERE m.product_id = p.id AND (v.colour IS NULL OR m.colour = v.colour)
        ORDER BY m.position LIMIT 1) AS picture_key
     FROM product_alert a JOIN product p ON p.id = a.product_id JOIN brand b ON b.id = p.brand_id
     LEFT JOIN variant v ON v.id = a.variant_id
     JOIN LATERAL (SELECT price_minor, currency FROM variant WHERE product_id = p.id ORDER BY price_minor, id LIMIT 1) cheapest ON true
     WHERE a.person = $1 ORDER BY a.asked_at DESC, a.id LIMIT 200`,
    [person],
  )
  return rows.map((row) => ({
    alertId: row.id,
    kind: row.kind,
    productId: row.product_id,
    slug: row.slug,
    title: row.title,
    brand: row.brand,
    ...(row.picture_key === null ? {} : { pictureKey: row.picture_key }),
    ...(row.size === null ? {} : { size: row.size }),
    ...(row.colour === null ? {} : { colour: row.colour }),
    ...(row.asked_price_minor === null ? {} : { askedPriceMinor: row.asked_price_minor }),
    priceMinor: row.price_minor,
    currency: row.currency,
    askedAtMs: row.asked_at.getTime(),
    ...(row.fulfilled_at === null ? {} : { fulfilledAtMs: row.fulfilled_at.getTime() }),
  }))
}
