import type { FitRow } from './fit-row'
import { outcomePlace } from './fit-row'

/** Counts of small, fit and large, and the sum of deviations (size worn less the wearer's own size), by key. */
export type Counts = Map<number, { readonly counts: Float64Array; deviation: number }>

/** How pieces came out: over all, by category, by item, and by item and size. */
export type OutcomeCounts = {
  readonly all: Float64Array
  readonly categories: Counts
  readonly items: Counts
  readonly itemSizes: Counts
}

/** An item and a size as one key; sizes to a tenth. */
export const itemSizeKey = (item: number, size: number): number => item * 10_000 + Math.round(size * 10)

export const noCounts = (): OutcomeCounts => ({
  all: new Float64Array(3),
  categories: new Map(),
  items: new Map(),
  itemSizes: new Map(),
})

/** Adds a row (or takes it away, with `by` -1); `deviation` is the size worn less the wearer's own size. */
export function countOutcome(into: OutcomeCounts, row: FitRow, deviation: number, by: 1 | -1 = 1): void {
  const place = outcomePlace(row.outcome)
  into.all[place] = (into.all[place] ?? 0) + by
  add(into.categories, row.category, place, deviation, by)
  add(into.items, row.item, place, deviation, by)
  add(into.itemSizes, itemSizeKey(row.item, row.size), place, deviation, by)
}

function add(counts: Counts, key: number, place: number, deviation: number, by: number): void {
  const known = counts.get(key) ?? { counts: new Float64Array(3), deviation: 0 }
  known.counts[place] = (known.counts[place] ?? 0) + by
  known.deviation += by * deviation
  counts.set(key, known)
}

/** Shares of the three outcomes, drawn towards `prior` as if `weight` rows had come out like it. */
export function smoothed(counts: Float64Array | undefined, prior: ArrayLike<number>, weight: number): Float64Array {
  const [small, fit, large] = [counts?.[0] ?? 0, counts?.[1] ?? 0, counts?.[2] ?? 0]
  const total = small + fit + large + weight
  const drawn = new Float64Array(3)
  drawn[0] = (small + weight * (prior[0] ?? 0)) / total
  drawn[1] = (fit + weight * (prior[1] ?? 0)) / total
  drawn[2] = (large + weight * (prior[2] ?? 0)) / total
  return drawn
}

/** The three counts as shares. */
export function shares(counts: Float64Array): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => (total === 0 ? 1 / 3 : count / total))
}
