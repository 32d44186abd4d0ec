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

export type Levels = { readonly reorderPoint: number; readonly orderUpTo: number }

/**
 * The levels of periodic review with an order-up-to level, (R, s, S): order at or below what lasts the lead time, up to what
 * lasts until a delivery of the next look's order, and what is wished beyond sales (`interest`, units).
 */
export const orderLevels = (leadTime: Outlook, leadAndReview: Outlook, interest: number): Levels => ({
  reorderPoint: reorderPoint(leadTime),
  orderUpTo: enoughFor(leadAndReview, SERVICE) + interest,
})

/** Units to order now, in whole packs; 0 when none is due. */
export const suggestOrder = (position: Position, { reorderPoint: point, orderUpTo }: Levels, pack: number): number => {
  const has = inventoryPosition(position)
  // What nobody is expected to buy is not ordered, however empty its shelf is; what was sold ahead is.
  const isDue = has < 0 || (has <= point && orderUpTo > 0)
  return isDue ? Math.ceil(Math.max(0, orderUpTo - has) / pack) * pack : 0
}
