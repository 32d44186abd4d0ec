import { addDays, type Day } from '../supply/day'
import { DAYS_A_WEEK } from './reorder'

/** Units expected to arrive on a day. */
export type Arrival = { readonly on: Day; readonly units: number }

export type Cover = {
  /** Days the shelf lasts by the forecast, nothing arriving; absent when it outlasts the forecast. */
  readonly daysOfCover?: number
  /** The day nothing is left, what is announced arriving on its day; absent when that is beyond the forecast. */
  readonly stockOutOn?: Day
}

/**
 * How long a shelf lasts: each week's mean spread evenly over its days, from today on. `free` below 0 is covered for no day.
 * What is overdue arrives on no day: nobody says when, and it must not silence the alert that the shelf runs out.
 */
export const coverOf = (ask: {
  free: number
  weekly: readonly number[]
  arrivals: readonly Arrival[]
  today: Day
}): Cover => {
  const { free, weekly, arrivals, today } = ask
  const daysOfCover = daysUntilEmpty(free, weekly, () => 0)
  const stockOut = daysUntilEmpty(free, weekly, (nth) => {
    const day = addDays(today, nth)
    return arrivals.reduce((units, arrival) => units + (arrival.on === day ? arrival.units : 0), 0)
  })
  return {
    ...(daysOfCover === undefined ? {} : { daysOfCover }),
    ...(stockOut === undefined ? {} : { stockOutOn: addDays(today, stockOut) }),
  }
}

function daysUntilEmpty(
  free: number,
  weekly: readonly number[],
  arriving: (nth: number) => number,
): number | undefined {
  let left = free
  for (let nth = 0; nth < weekly.length * DAYS_A_WEEK; nth += 1) {
    left += arriving(nth)
    left -= (weekly[Math.floor(nth / DAYS_A_WEEK)] ?? 0) / DAYS_A_WEEK
    // Half a piece is no piece, and what sells nothing lasts.
    if (left < 0.5 && (weekly[Math.floor(nth / DAYS_A_WEEK)] ?? 0) > 0) return nth
    if (left <= 0) return nth
  }
  return undefined
}
