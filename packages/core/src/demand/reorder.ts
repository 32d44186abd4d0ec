import type { Outlook } from './count-interval'
import { enoughFor } from './count-interval'

/** Chance with which stock lasts until the next delivery: the upper end of a central 80 % interval. */
export const SERVICE = 0.9
/** Days between two looks at what to order. */
export const REVIEW_DAYS = 14
export const DAYS_A_WEEK = 7
/** Weeks a forecast looks ahead; a longer lead is planned with its last week going on. */
export const HORIZON_WEEKS = 13

/** Units of a SKU over all its places. */
export type Position = {
  /** On the shelf and promised to nobody. */
  readonly free: number
  /** On shipments and drafts of orders, not here yet. */
  readonly incoming: number
  /** Sold ahead of arrival: the first units that come are theirs. */
  readonly promised: number
}

/** What will be there once all that was ordered came and all that was promised left. */
export const inventoryPosition = ({ free, incoming, promised }: Position): number => free + incoming - promised

/** Whole weeks, rounded up: half a week's demand is not known from weeks. */
export const wholeWeeks = (days: number): number => Math.max(1, Math.ceil(days / DAYS_A_WEEK))

/**
 * Units at which to order: enough for the lead time with a chance of 90 %. The safety stock is what lies in it above the
 * mean (Silver, Pyke & Thomas 2017, "Inventory and Production Management in Supply Chains", ch. 6).
 */
export const reorderPoint = (leadTime: Outlook): number => enoughFor(leadTime, SERVICE)

export type OrderAsk = {
  readonly position: Position
  /** Demand until a delivery of today's order arrives, and until one of the next look's would. */
  readonly leadTime: Outlook
  readonly leadAndReview: Outlook
  /** Units that wait to be bought and show in no sale: `interestUnits`. */
  readonly interest: number
  /** The supplier sells by so many. */
  readonly pack: number
}
export type OrderAnswer = { readonly reorderPoint: number; readonly orderUpTo: number; readonly units: number }

/**
 * Periodic review with an order-up-to level, (R, s, S): at or below the reorder point order up to what lasts until the
 * delivery of the next look's order, with whole packs; above it nothing. `units` is 0 or more.
 */
export const suggestOrder = ({ position, leadTime, leadAndReview, interest, pack }: OrderAsk): OrderAnswer => {
  const point = reorderPoint(leadTime)
  const orderUpTo = enoughFor(leadAndReview, SERVICE) + interest
  const has = inventoryPosition(position)
  // What nobody is expected to buy is not ordered, however empty its shelf is; what was sold ahead is.
  const isDue = has < 0 || (has <= point && orderUpTo > 0)
  const missing = isDue ? Math.max(0, orderUpTo - has) : 0
  return { reorderPoint: point, orderUpTo, units: Math.ceil(missing / pack) * pack }
}
