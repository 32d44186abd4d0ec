import type { StoredCard, StoredCollection, StoredProduct } from '@selvedge/core'
import type { Pool } from 'pg'
import { byIds } from './choices'
import { selectProducts } from './select-products'

type Row = { slug: string; title: string; standfirst: string; hero_key: string | null; product_ids: number[] | null }

/** Every collection with its first `cardsEach` active products, in two statements. */
export async function selectCollections(
  pool: Pool,
  cardsEach: number,
  cardsOf: (products: readonly StoredProduct[]) => readonly StoredCard[],
): Promise<readonly StoredCollection[]> {
  const { rows } = await pool.query<Row>({
    name: 'collections',
    text: `SELECT c.slug, c.title, c.standfirst, c.hero_key, k.product_ids FROM collection c
           LEFT JOIN LATERAL (
             SELECT array_agg(first.product_id ORDER BY first.position) AS product_ids FROM (
               SELECT cp.product_id, cp.position FROM collection_product cp
               JOIN product p ON p.id = cp.product_id AND p.status = 'active'
               WHERE cp.collection_id = c.id ORDER BY cp.position LIMIT $1) first
           ) k ON true
           ORDER BY c.position`,
    values: [cardsEach],
  })
  const productIds = [...new Set(rows.flatMap((row) => row.product_ids ?? []))]
  const products = productIds.length === 0 ? [] : await selectProducts(pool, byIds(productIds))
  const cards = new Map(cardsOf(products).map((card) => [card.productId, card]))
  return rows.map(({ slug, title, standfirst, hero_key, product_ids }) => ({
    slug,
    title,
    standfirst,
    ...(hero_key === null ? {} : { heroKey: hero_key }),
    cards: (product_ids ?? []).flatMap((id) => cards.get(id) ?? []),
  }))
}
