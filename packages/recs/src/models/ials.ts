import { type Interactions, transpose } from '../interactions/interactions'
import { normal, seededRandom } from '../random'
import { foldIn, gramOfRows, type Ridge } from './ials-solve'
import type { UserScorer } from './user-scorer'

export type IalsOptions = {
  readonly dimensions?: number
  /** Passes over users and items. */
  readonly epochs?: number
  /** α₀, the weight of what was not taken, against 1 of what was. */
  readonly unobserved?: number
  /** λ, scaled by (taken + α₀ · all)^ν of the row. */
  readonly ridge?: number
  readonly ridgeExponent?: number
  /** Steps of the conjugate gradient a row and epoch; each starts from the row's last answer. */
  readonly steps?: number
  readonly seed?: number
}

/** Vectors of users and items, row-major. */
export type Factors = {
  readonly dimensions: number
  readonly users: Float32Array
  readonly items: Float32Array
  readonly unobserved: number
}

/**
 * Implicit matrix factorisation (Hu, Koren & Volinsky 2008) with the objective and the frequency-scaled ridge of Rendle,
 * Krichene, Zhang & Koren, "Revisiting the Performance of iALS on Item Recommendation Benchmarks" (RecSys 2022):
 *
 *   Σ_taken (1 - wᵤ·hᵢ)² + α₀ Σ_all (wᵤ·hᵢ)² + λ Σᵤ (|taken by u| + α₀ |I|)^ν ‖wᵤ‖² + the same over items.
 *
 * Rows are solved by a few steps of conjugate gradient (Takács, Pilászy & Tikk 2011).
 */
export function trainIals(data: Interactions, options: IalsOptions = {}): Factors {
  const { dimensions = 64, epochs = 12, unobserved = 0.1, ridge = 0.003, ridgeExponent = 1 } = options
  const { steps = 3, seed = 1 } = options
  const byItem = transpose(data)
  const random = seededRandom(seed)
  const spread = 0.1 / Math.sqrt(dimensions)
  const drawn = (rows: number) => Float32Array.from({ length: rows * dimensions }, () => normal(random) * spread)
  const users = drawn(data.userCount)
  const items = drawn(data.itemCount)
  const ridgeOf = (others: number): Ridge => ({ ridge, exponent: ridgeExponent, unobserved, others })
  for (let epoch = 0; epoch < epochs; epoch++) {
    solveSide(data, users, items, { dimensions, steps, ridge: ridgeOf(data.itemCount) })
    solveSide(byItem, items, users, { dimensions, steps, ridge: ridgeOf(data.userCount) })
  }
  return { dimensions, users, items, unobserved }
}

type Side = { readonly dimensions: number; readonly steps: number; readonly ridge: Ridge }

function solveSide(
  rows: Interactions,
  own: Float32Array,
  other: Float32Array,
  { dimensions, steps, ridge }: Side,
): void {
  const all = gramOfRows(other, dimensions)
  const solve = foldIn(other, all, { dimensions, steps, ridge })
  for (let row = 0; row < rows.userCount; row++) {
    const taken = rows.items.subarray(rows.offsets[row] ?? 0, rows.offsets[row + 1] ?? 0)
    solve(taken, own.subarray(row * dimensions, (row + 1) * dimensions))
  }
}

export const factorScorer = ({ dimensions, users, items }: Factors): UserScorer => ({
  score(_items, user, into) {
    const vector = users.subarray(user * dimensions, (user + 1) * dimensions)
    for (let item = 0; item < into.length; item++) {
      let sum = 0
      const row = item * dimensions
      for (let d = 0; d < dimensions; d++) sum += (vector[d] ?? 0) * (items[row + d] ?? 0)
      into[item] = sum
    }
  },
})
