import type { Category } from '@selvedge/core'
import type { PoolClient } from 'pg'
import { COLLECTIONS } from '../generate/collections'
import type { ProductSketch } from '../generate/sketch'
import { copyRows } from './copy-rows'

/** Writes the editorial collections: each rule's best sellers, no house more than a fifth of them. */
export async function writeCollections(
  client: PoolClient,
  products: readonly ProductSketch[],
  heroKeyOf: (product: ProductSketch | undefined) => string | undefined,
): Promise<number> {
  const chosen = COLLECTIONS.map((collection) => ({ ...collection, products: choose(products, collection) })).filter(
    (collection) => collection.products.length > 0,
  )
  const heroes = new Set<ProductSketch>()
  await copyRows(
    client,
    'collection',
    ['id', 'slug', 'title', 'standfirst', 'position', 'hero_key'],
    chosen.map((c, nth) => [nth + 1, c.slug, c.title, c.standfirst, nth, heroKeyOf(heroOf(c.products, heroes))]),
  )
  await copyRows(
    client,
    'collection_product',
    ['collection_id', 'product_id', 'position'],
    chosen.flatMap((c, nth) => c.products.map((product, position) => [nth + 1, product.productId, position])),
  )
  return chosen.length
}

// A coat fills a hero; a belt does not.
const FILLS_A_HERO: ReadonlySet<Category> = new Set(['outerwear', 'dresses', 'knitwear', 'tops'])

/** The best seller that fills a hero and is not the face of another collection. */
function heroOf(products: readonly ProductSketch[], taken: Set<ProductSketch>): ProductSketch | undefined {
  const free = products.filter((product) => !taken.has(product))
  const hero = free.find((product) => FILLS_A_HERO.has(product.category)) ?? free[0]
  if (hero) taken.add(hero)
  return hero
}

type Rule = { takes: (product: ProductSketch) => boolean; limit: number }

function choose(products: readonly ProductSketch[], { takes, limit }: Rule): readonly ProductSketch[] {
  const perHouse = new Map<number, number>()
  const chosen: ProductSketch[] = []
  for (const product of products.filter(takes).sort((a, b) => b.popularity - a.popularity)) {
    const already = perHouse.get(product.brandId) ?? 0
    if (already >= limit / 5) continue
    perHouse.set(product.brandId, already + 1)
    chosen.push(product)
    if (chosen.length === limit) break
  }
  return chosen
}
