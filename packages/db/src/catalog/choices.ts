import type { Choice } from './select-products'

const ACTIVE = "p.status = 'active'"

export const bySlug = (slug: string): Choice => ({
  name: 'product-by-slug',
  sql: `SELECT p.id, 1 AS place FROM product p WHERE p.slug = $1 AND ${ACTIVE}`,
  values: [slug],
})

export const byIds = (productIds: readonly number[]): Choice => ({
  name: 'products-by-ids',
  sql: `SELECT p.id, w.place FROM unnest($1::int[]) WITH ORDINALITY w(id, place) JOIN product p ON p.id = w.id WHERE ${ACTIVE}`,
  values: [[...productIds]],
})

export const newest = (limit: number): Choice => ({
  name: 'products-newest',
  sql: `SELECT p.id, row_number() OVER (ORDER BY p.published_at DESC, p.id) AS place FROM product p WHERE ${ACTIVE}
        ORDER BY p.published_at DESC, p.id LIMIT $1`,
  values: [limit],
})

export const popular = (limit: number, category?: string): Choice => ({
  name: 'products-popular',
  sql: `SELECT p.id, row_number() OVER (ORDER BY p.popularity DESC, p.id) AS place FROM product p
        WHERE ${ACTIVE} AND ($2::text IS NULL OR p.category = $2) ORDER BY p.popularity DESC, p.id LIMIT $1`,
  values: [limit, category],
})

export const afterId = (productId: number, limit: number): Choice => ({
  name: 'products-after',
  sql: `SELECT p.id, p.id AS place FROM product p WHERE p.id > $1 AND ${ACTIVE} ORDER BY p.id LIMIT $2`,
  values: [productId, limit],
})
