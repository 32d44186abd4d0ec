import type { IsExcluded } from '../personalization/recommender'
import type { LayStock } from './lay-stock'
import { CARDS_EACH } from './listing-screen'
import type { BoughtTogether, CatalogReader, StoredCard } from './ports'
import type { HomeView } from './screens'
import { RAIL_LENGTH, RAIL_SHORTEST, takenTogether } from './together-rail'
import type { LiveProductCard } from './views'

type Deps = {
  readonly reader: Pick<CatalogReader, 'collections' | 'newest' | 'popular' | 'popularIn' | 'cards'>
  readonly boughtTogether: BoughtTogether
  readonly layStock: LayStock
  readonly isExcluded: IsExcluded
}

// Collections that home lays out with their products; the others it only names.
const LAID_OUT = 4
// Twice the rail is asked for, since what a rule keeps back falls away.
const CANDIDATES = RAIL_LENGTH * 2
// Best sellers that may anchor the rail, tried in order.
const ANCHORS = 6

/** The front page: what the house curates, what is new, what sells, and one rail from past orders. */
export const createHomeScreen = (deps: Deps) => async (): Promise<HomeView> => {
  const { reader, layStock, isExcluded } = deps
  const allowed = (cards: readonly StoredCard[]) => cards.filter(({ productId }) => !isExcluded(productId))
  const [curated, newestOnes, bestSellers] = await Promise.all([
    reader.collections(CARDS_EACH),
    reader.newest(CANDIDATES),
    reader.popular(CANDIDATES),
  ])
  const newest = allowed(newestOnes).slice(0, RAIL_LENGTH)
  const popular = allowed(bestSellers).slice(0, RAIL_LENGTH)
  const collections = curated.map((one, place) => ({ ...one, cards: place < LAID_OUT ? allowed(one.cards) : [] }))
  const [laid, boughtTogether] = await Promise.all([
    layStock([...collections.flatMap((collection) => collection.cards), ...newest, ...popular]),
    togetherRail(deps, popular),
  ])
  const live = new Map(laid.cards.map((card) => [card.productId, card]))
  const liveCards = (cards: readonly StoredCard[]): LiveProductCard[] =>
    cards.map((card) => live.get(card.productId) ?? card)
  return {
    collections: collections.map((collection) => ({ ...collection, cards: liveCards(collection.cards) })),
    newIn: liveCards(newest),
    popular: liveCards(popular),
    ...(boughtTogether ? { boughtTogether } : {}),
    degraded: laid.isLive ? [] : ['stock'],
  }
}

async function togetherRail(deps: Deps, popular: readonly StoredCard[]): Promise<HomeView['boughtTogether']> {
  for (const anchor of popular.slice(0, ANCHORS)) {
    const cards = await takenTogether(deps, anchor.productId)
    if (cards.length < RAIL_SHORTEST) continue
    const { stock: _, ...card } = anchor
    return { anchor: card, cards: [...cards] }
  }
  return undefined
}
