import type { Season } from '../catalog/garments/attribute-sets'
import type { CardStock } from '../catalog/views'
import type { Later } from './later'
import type { Placement } from './placement'
import type { PlacementPlan } from './placement-plan'
import type { InterestKind, ShopperView } from './shopper-view'
import type { ModelVersions } from './tried-models'

/** What a placement asks the engine. */
export type RecommendAsk = {
  readonly placement: Placement
  readonly shopper: ShopperView
  /** The product the placement stands beside. */
  readonly anchorId?: number
  /** Products that stand on the page already. */
  readonly presentIds?: readonly number[]
  readonly length: number
  readonly nowMs: number
  /** Decides what is explored; the same seed answers the same. */
  readonly seed: number
  /** Another composition than the placement's own, for an arm of an experiment. */
  readonly plan?: PlacementPlan
  /** Another version of the ranking than the one that answers, for an arm of an experiment. */
  readonly rankerVersion?: string
  /** Versions of other models in the same way. */
  readonly modelVersions?: ModelVersions
  /** Tells what another price may bring up as well: who shows the answer follows it. */
  readonly isNearWanted?: boolean
  /** A product of which whoever explains the answer says how it stands. */
  readonly askedId?: number
}

/** Why a product was chosen, with products by id: names are the page's business. */
export type ChosenReason =
  | {
      readonly code: 'BOUGHT_WITH' | 'LIKED_WITH' | 'LIKE_THE'
      readonly productId: number
      readonly interest: InterestKind
    }
  | { readonly code: 'VISITS_LIKE_THIS' | 'GOES_WITH'; readonly productId: number }
  | {
      readonly code: 'BECAUSE_YOU_LIKE'
      readonly facet: string
      readonly value: string
      readonly when: 'now' | 'always'
    }
  | { readonly code: 'MOST_BOUGHT'; readonly category?: string; readonly country?: string }
  | { readonly code: 'RISING'; readonly category: string }
  | { readonly code: 'IN_SEASON'; readonly season: Season }
  | { readonly code: 'BACK_IN_STOCK'; readonly size?: string }
  | { readonly code: 'NOW_LESS'; readonly percent: number }
  | { readonly code: 'FROM_COLLECTION'; readonly slug: string; readonly title: string }
  | { readonly code: 'TASTE_OF_MANY' | 'NEW_IN' | 'COMING_IN' | 'CHOSEN_BY_US' | 'SOMETHING_ELSE' }

export type ChosenProduct = {
  readonly productId: number
  readonly source: string
  readonly score: number
  readonly reason: ChosenReason
  /** Probability by which an exploring slot showed it. */
  readonly propensity?: number
  /** What it was ranked by, in the columns that `versions.features` names; absent for a pin. */
  readonly features?: readonly number[]
  /** As of this answer. */
  readonly stock: CardStock
  /** Sizes of the shopper's in which it can be bought now; absent where no size of theirs is known. */
  readonly inSizes?: readonly string[]
  /** By when, where it cannot be had now and may be promised. */
  readonly later?: Later
}

export type Chosen = {
  readonly products: readonly ChosenProduct[]
  /** SKUs of wished pieces that cannot be bought now: whoever shows the answer may wait for them. */
  readonly awaits?: readonly string[]
  /** Products that another price may bring up, where they are wanted: those that came next, and what the shopper wished for. */
  readonly near?: readonly number[]
  readonly candidates: number
  /** The last moment of which the stock is known to be true; epoch milliseconds. */
  readonly stockAsOfMs: number
  /** Names and versions of what answered. */
  readonly versions: Readonly<Record<string, string>>
}

/**
 * The engine that chooses, in this process's memory: no answer waits for anything. Undefined while it is not loaded. Its
 * stock may be as of an earlier moment, while nobody tells of changes: who shows what was chosen then looks it up.
 */
export type Recommender = {
  recommend(ask: RecommendAsk): Chosen | undefined
  /** The shopper's own order of given products; undefined as above. Their stock is looked at by whoever shows them. */
  order(ask: {
    readonly productIds: readonly number[]
    readonly shopper: ShopperView
    readonly blend: number
    readonly nowMs: number
    readonly rankerVersion?: string
    readonly modelVersions?: ModelVersions
  }): readonly number[] | undefined
  isExcluded: IsExcluded
}

/**
 * Whether merchandisers keep a product from a placement now; without one, from everything the house shows of itself.
 * Answered from the rules as soon as they are read, before stock and models are: see `LiveEngine.rulesRead`.
 */
export type IsExcluded = (productId: number, placement?: Placement) => boolean
