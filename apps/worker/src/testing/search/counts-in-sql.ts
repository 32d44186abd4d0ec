import type { Facet, ListingQuery } from '@selvedge/core'
import { COLOUR_IDS, COLOURS, FACETS } from '@selvedge/core'
import { createStockReader } from '@selvedge/db'
import type { TestDatabase } from '@selvedge/db/testing'

type Pool = TestDatabase['pool']

/** One row a variant, with what a shopper can filter by; stock as the inventory's own reader says it. */
export const writeTruth = async (pool: Pool): Promise<void> => {
  await pool.query(`CREATE TABLE truth AS
    SELECT p.id AS product_id, v.id AS variant_id, p.department, p.category, p.garment, b.slug AS brand,
           p.attributes->>'fabric' AS material, v.size, v.colour AS colour_id, ''::text AS colour, v.price_minor,
           false AS buyable
    FROM product p JOIN brand b ON b.id = p.brand_id JOIN variant v ON v.product_id = p.id WHERE p.status = 'active'`)
  for (const id of COLOUR_IDS) {
    await pool.query('UPDATE truth SET colour = $2 WHERE colour_id = $1', [id, COLOURS[id].family])
  }
  const { rows } = await pool.query<{ variant_id: number }>('SELECT variant_id FROM truth')
  const levels = await createStockReader({ pool }).availability(rows.map((row) => row.variant_id))
  const buyable = levels.filter((level) => level.available > 0).map((level) => level.variantId)
  await pool.query('UPDATE truth SET buyable = true WHERE variant_id = ANY($1::int[])', [buyable])
}

/** Products for each value of a facet, every other filter applied: one variant has to meet them all. */
export const countsInSql = async (pool: Pool, query: ListingQuery, facet: Facet): Promise<Record<string, number>> => {
  const { where, values } = conditions(query, facet)
  const { rows } = await pool.query<{ value: string; n: number }>(
    `SELECT ${facet} AS value, count(DISTINCT product_id)::int AS n FROM truth WHERE ${where} GROUP BY 1`,
    values,
  )
  return Object.fromEntries(rows.map((row) => [row.value, row.n]))
}

export const totalInSql = async (pool: Pool, query: ListingQuery): Promise<number> => {
  const { where, values } = conditions(query)
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(DISTINCT product_id)::int AS n FROM truth WHERE ${where}`,
    values,
  )
  return rows[0]?.n ?? 0
}

function conditions(query: ListingQuery, without?: Facet): { where: string; values: unknown[] } {
  const values: unknown[] = []
  const parts = ['true']
  for (const facet of FACETS) {
    const chosen = query[facet]
    if (facet !== without && chosen?.length) parts.push(`${facet} = ANY($${values.push(chosen)})`)
  }
  if (query.department) parts.push(`department IN ($${values.push(query.department)}, 'unisex')`)
  if (query.inStock) parts.push('buyable')
  if (query.priceMinMinor !== undefined) parts.push(`price_minor >= $${values.push(query.priceMinMinor)}`)
  if (query.priceMaxMinor !== undefined) parts.push(`price_minor <= $${values.push(query.priceMaxMinor)}`)
  return { where: parts.join(' AND '), values }
}
