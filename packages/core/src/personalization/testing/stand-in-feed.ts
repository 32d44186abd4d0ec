import type { StoredCard } from '../../catalog/ports'
import { createFeedService, type FeedDeps } from '../feed-service'
import type { Later } from '../later'
import type { PlacementPlan } from '../placement-plan'
import type { ChosenReason, RecommendAsk, Recommender } from '../recommender'
import { NOBODY } from '../shopper-view'

const STOCK = { available: 2, buyableSizes: 1, totalSizes: 1 }

/** A card of a numbered piece. */
export const standInCard = (productId: number, change: Partial<StoredCard> = {}): StoredCard => ({
  productId,
  slug: `piece-${productId}`,
  title: 'Piece',
  brand: 'Brask',
  category: 'tops',
  priceMinor: 1,
  currency: 'EUR',
  pictureKey: 'p',
  alt: 'A piece',
  colours: [],
  isNew: false,
  stock: STOCK,
  ...change,
})

/** A plan that composes nothing. */
export const PLAIN_PLAN: PlacementPlan = { quotas: {}, lambda: 1, exploreAt: [], brandMax: 1, categoryMax: 1 }

type Chooses = {
  readonly reason?: (ask: RecommendAsk) => ChosenReason
  /** The moment of which its news of the stock is. */
  readonly stockAsOfMs?: number
  /** By when all of it can be had, where it cannot be had now. */
  readonly later?: Later
}

/** An engine that chooses pieces 1, 2 and 3 for everybody. */
export const standInEngine = ({ reason, stockAsOfMs = 0, later }: Chooses = {}): Recommender => ({
  recommend: (ask) => ({
    products: [1, 2, 3].map((productId) => ({
      productId,
      source: 'popular',
      score: 0.5,
      reason: reason?.(ask) ?? { code: 'MOST_BOUGHT' },
      stock: STOCK,
      ...(later === undefined ? {} : { later }),
    })),
    candidates: 3,
    stockAsOfMs,
    versions: { ranker: 'by-judgement-1' },
  }),
  order: () => undefined,
  isExcluded: () => false,
})

/** A feed over parts that stand in for the shop's, with what it told of their faults. */
export function standInFeed(own: Partial<FeedDeps> = {}) {
  const faults: string[] = []
  const service = createFeedService({
    recommender: standInEngine(),
    readShopper: async () => NOBODY,
    cards: async (ids) => ids.map((id) => standInCard(id)),
    popular: async (limit) => Array.from({ length: limit }, (_, n) => standInCard(n + 1)),
    layStock: async (cards) => ({ cards, isLive: true, variantsOf: () => undefined }),
    notSoldIn: async () => new Set(),
    experiments: () => [],
    planAt: () => PLAIN_PLAN,
    log: () => undefined,
    nowMs: () => 0,
    newId: () => '0197b0a5-0000-7000-8000-000000000001',
    onFault: (part) => faults.push(part),
    ...own,
  })
  return { faults, service }
}
