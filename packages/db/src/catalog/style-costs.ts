import { accept, marginShare, reject, type StyleCost, type StyleCosts } from '@selvedge/core'
import type { Pool } from 'pg'
import { announceProducts } from './announce-products'

const LISTED = 100

type Row = {
  id: number
  slug: string
  title: string
  brand: string
  maker: string | null
  price_minor: number
  currency: string
  cost_minor: number | null
  tax_rate_bp: number
}

/** What makers are paid, beside the styles in PostgreSQL. */
export const createStyleCosts = (pool: Pool): StyleCosts => ({
  list: async ({ find, isUntold }) => {
    const { rows } = await pool.query<Row>(
      `SELECT p.id, p.slug, p.title, b.name AS brand, s.name AS maker, v.price_minor, v.currency, ps.cost_minor,
              coalesce((SELECT tax_rate_bp FROM channel ORDER BY code LIMIT 1), 0) AS tax_rate_bp
       FROM product p JOIN brand b ON b.id = p.brand_id
       JOIN LATERAL (SELECT price_minor, currency FROM variant WHERE product_id = p.id ORDER BY price_minor, id LIMIT 1) v ON true
       LEFT JOIN product_source ps ON ps.product_id = p.id LEFT JOIN supplier s ON s.id = ps.supplier_id
       WHERE p.status = 'active' AND (NOT $2::boolean OR ps.cost_minor IS NULL)
         AND ($1 = '' OR strpos(lower(p.title || ' ' || b.name || ' ' || p.slug), lower($1)) > 0)
       ORDER BY b.name, p.title, p.id LIMIT ${LISTED}`,
      [find, isUntold],
    )
    return rows.map(costOf)
  },

  write: async ({ productId, costMinor, currency, seenMinor }, correlationId) => {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      const { rows } = await client.query<{ currency: string; is_made: boolean; cost_minor: number | null }>(
        `SELECT (SELECT currency FROM variant WHERE product_id = p.id ORDER BY id LIMIT 1) AS currency,
                ps.product_id IS NOT NULL AS is_made, ps.cost_minor
         FROM product p LEFT JOIN product_source ps ON ps.product_id = p.id WHERE p.id = $1 FOR UPDATE OF p`,
        [productId],
      )
      const [found] = rows
      const refused = !found
        ? reject({ code: 'STYLE_NOT_FOUND' as const, productId })
        : !found.is_made
          ? reject({ code: 'MAKER_NOT_KNOWN' as const, productId })
          : found.currency !== currency
            ? reject({ code: 'COST_CURRENCY' as const, expected: found.currency, told: currency })
            : found.cost_minor !== seenMinor
              ? reject({ code: 'COST_CHANGED' as const, costMinor: found.cost_minor, currency })
              : undefined
      if (refused || !found) {
        await client.query('ROLLBACK')
        return refused ?? reject({ code: 'STYLE_NOT_FOUND', productId })
      }
      await client.query('UPDATE product_source SET cost_minor = $2 WHERE product_id = $1', [productId, costMinor])
      // The engine reads margins with the catalogue: what follows the catalogue hears of it.
      await announceProducts(client, [productId], correlationId)
      await client.query('COMMIT')
      return accept({ costMinor: found.cost_minor })
    } catch (fault) {
      await client.query('ROLLBACK')
      throw fault
    } finally {
      client.release()
    }
  },
})

const costOf = (row: Row): StyleCost => ({
  productId: row.id,
  slug: row.slug,
  title: row.title,
  brand: row.brand,
  ...(row.maker === null ? {} : { maker: row.maker }),
  priceMinor: row.price_minor,
  currency: row.currency,
  ...(row.cost_minor === null
    ? {}
    : { costMinor: row.cost_minor, margin: marginShare(row.price_minor, row.tax_rate_bp, row.cost_minor) }),
})
