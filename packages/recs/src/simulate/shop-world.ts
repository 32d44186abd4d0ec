import { normal, type Random } from '../random'

/** What stands in the simulated shop. Every number is drawn by the seed; docs/recs/simulator.md says why it is so. */
export type SimulatedItem = {
  readonly taste: Float64Array
  readonly category: number
  /** From 0 (cheap) to 1. */
  readonly price: number
  readonly popularity: number
  /** From 0 (summer) to 1 (winter). */
  readonly season: number
  /** Which sizes are in stock; most are, as what is known to be sold out is filtered before ranking. */
  readonly inStock: readonly boolean[]
  readonly daysToShip: number
  readonly discount: number
  readonly margin: number
  readonly ageDays: number
  /** By how much it runs small (above zero) or large. */
  readonly runs: number
}

export type SimulatedShopper = {
  readonly taste: Float64Array
  readonly size: number
  readonly budget: number
  /** How much the season matters to them. */
  readonly seasonal: number
  readonly favourite: number
}

export const TASTE_DIMENSIONS = 8
export const SIZES = 5
export const CATEGORIES = 8

export function drawItem(random: Random): SimulatedItem {
  return {
    taste: direction(random),
    category: Math.floor(random() * CATEGORIES),
    price: random(),
    // A few are seen by everybody: a heavy tail.
    popularity: Math.min(1, 0.05 / (0.02 + random())),
    season: random(),
    inStock: Array.from({ length: SIZES }, () => random() < 0.95),
    daysToShip: random() < 0.7 ? 1 : Math.ceil(random() * 20),
    discount: random() < 0.8 ? 0 : 0.1 + 0.4 * random(),
    margin: 0.3 + 0.4 * random(),
    ageDays: Math.floor(random() * 200),
    runs: normal(random) * 0.5,
  }
}

export function drawShopper(random: Random): SimulatedShopper {
  return {
    taste: direction(random),
    size: Math.floor(random() * SIZES),
    budget: 0.3 + 0.7 * random(),
    seasonal: random(),
    favourite: Math.floor(random() * CATEGORIES),
  }
}

export const affinity = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0)

function direction(random: Random): Float64Array {
  const drawn = Float64Array.from({ length: TASTE_DIMENSIONS }, () => normal(random))
  const length = Math.sqrt(affinity(drawn, drawn)) || 1
  return drawn.map((value) => value / length)
}
