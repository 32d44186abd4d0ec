import type { IsExcluded } from '../personalization/recommender'
import type { LayStock } from './lay-stock'
import type { BoughtTogether, CatalogReader } from './ports'
import type { TogetherSource } from './screens'
import type { LiveProductCard } from './views'

export const RAIL_LENGTH = 12
/** A shorter rail than this is not worth its place on the page. */
export const RAIL_SHORTEST = 3
// Twice the rail is asked for, since what is sold out falls away.
const CANDIDATES = RAIL_LENGTH * 2

export type TogetherDeps = {
  readonly reader: Pick<CatalogReader, 'cards' | 'popularIn'>
  readonly boughtTogether: BoughtTogether
  readonly layStock: LayStock
  readonly isExcluded: IsExcluded
}

/** What buyers of a product took as well and can be bought now, best first. */
export async function takenTogether(deps: TogetherDeps, productId: number): Promise<readonly LiveProductCard[]> {
  const neighbours = deps.boughtTogether.neighboursOf(productId, CANDIDATES)
  return buyable(deps, await deps.reader.cards(neighbours.map((neighbour) => neighbour.productId)))
}

/** The rail of a product page; where orders say too little, best sellers of its category, and it says so. */
export async function railBeside(
  deps: TogetherDeps,
  product: { readonly productId: number; readonly category: string },
): Promise<{ source: TogetherSource; cards: readonly LiveProductCard[] }> {
  const together = await takenTogether(deps, product.productId)
  if (together.length >= RAIL_SHORTEST) return { source: 'orders', cards: together }
  const popular = await deps.reader.popularIn(product.category, CANDIDATES)
  const others = popular.filter((card) => card.productId !== product.productId)
  return { source: 'popular', cards: await buyable(deps, others) }
}

async function buyable(deps: TogetherDeps, cards: Parameters<LayStock>[0]): Promise<readonly LiveProductCard[]> {
  const laid = await deps.layStock(cards)
  const isShown = (card: LiveProductCard): boolean =>
    card.stock.available > 0 && !deps.isExcluded(card.productId, 'together')
  return laid.cards.filter(isShown).slice(0, RAIL_LENGTH)
}
