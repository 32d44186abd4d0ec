/** Wishes that left no sale behind. People, each counted once. */
export type Interest = {
  /** Asked to be told when this size is back. */
  readonly waiting: number
  /** Chose this size in the last four weeks while it could not be bought. */
  readonly unmet: number
  /** Share of the last quarter's poll answers that spoke for its category, house or colour: 0 to 1. */
  readonly pollShare: number
}

/** Of those who ask to be told, of those who only tried the size: shares taken to buy. Settings of the house, not measured. */
const BUY_WHEN_TOLD = 0.3
const BUY_WHEN_THERE = 0.1
/** Polls say what is liked, not what is bought: at most a tenth is added for them. */
const POLL_LIFT = 0.1

/** Whole units to order beyond what sales foretell. `mean`: units the forecast expects in the time the order covers. */
export const interestUnits = ({ waiting, unmet, pollShare }: Interest, mean: number): number =>
  Math.round(waiting * BUY_WHEN_TOLD + unmet * BUY_WHEN_THERE + mean * POLL_LIFT * Math.min(1, Math.max(0, pollShare)))
