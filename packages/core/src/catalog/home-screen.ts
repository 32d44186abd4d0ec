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
}

// Collections that home lays out with their products; the others it only names.
const LAID_OUT = 4
// Best sellers that may anchor the rail, tried in order.
const ANCHORS = 6

/** The front page: what the house curates, what is new, what sells, and one rail from past orders. */
export const createHomeScreen = (deps: Deps) => async (): Promise<HomeView> => {
  const { reader, layStock } = deps
  const [curated, newest, popular] = await Promise.all([
    reader.collections(CARDS_EACH),
    reader.newest(RAIL_LENGTH),
    reader.popular(RAIL_LENGTH),
  ])
  const collections = curated.map((one, place) => (place < LAID_OUT ? one : { ...one, cards: [] }))
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
