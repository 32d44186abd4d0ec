/**
 * What the house lifts whatever a model has learned, within bounds. Ageing stock on which a markdown is live rises by half
 * at most: enough to be met, not enough to stand before what is liked twice as much.
 */
export const AGEING_LIFT_MAX = 1.5
/** Stock younger than this is not ageing; from the second on it is as old as it can be. In days since its last delivery. */
const [AGEING_FROM_DAYS, OLD_DAYS] = [60, 180]
/** A markdown of so much lifts all that it can. */
const DEEP = 0.4

/** A piece that was wished for and is back, or costs less now, is what its shopper asked for. */
export const WISHED_LIFT = 3

/** What the chance of a piece is multiplied by for the age of its stock and the share that is off it now; 1 without either. */
export function ageingLift(stockAgeDays: number, off: number): number {
  const age = within((stockAgeDays - AGEING_FROM_DAYS) / (OLD_DAYS - AGEING_FROM_DAYS))
  return 1 + (AGEING_LIFT_MAX - 1) * age * within(off / DEEP)
}

/** Between 0 and 1; 0 for what is no number. */
const within = (share: number): number => (share > 0 ? Math.min(1, share) : 0)
