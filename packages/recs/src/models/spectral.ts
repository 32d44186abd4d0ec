import { degreesOf, type Interactions, transpose } from '../interactions/interactions'
import { orthonormalise } from '../linear/orthonormal'
import { type Random, seededRandom } from '../random'
import type { UserScorer } from './user-scorer'

export type SpectralOptions = {
  /** Dimensions of the low-pass band. */
  readonly dimensions?: number
  /** Rounds of the subspace iteration. */
  readonly rounds?: number
  readonly seed?: number
}

/** Items by `dimensions`, row-major: an orthonormal basis of the smoothest signals over the graph of items. */
export type SpectralBand = { readonly dimensions: number; readonly basis: Float32Array; readonly degrees: Int32Array }

/**
 * The ideal low-pass band of GF-CF (Shen et al., CIKM 2021): the leading right singular vectors of
 * R̃ = D_u^-½ R D_i^-½, found by randomised subspace iteration (Halko, Martinsson & Tropp 2011): a random block is
 * multiplied by R̃ᵀR̃ and made orthonormal, `rounds` times.
 */
export function trainSpectral(data: Interactions, options: SpectralOptions = {}): SpectralBand {
  const { dimensions = 64, rounds = 4, seed = 1 } = options
  const byItem = transpose(data)
  const degrees = degreesOf(byItem)
  const normal = { ofUser: rootsOf(degreesOf(data)), ofItem: rootsOf(degrees) }
  const basis = randomBlock(data.itemCount * dimensions, seededRandom(seed))
  const between = new Float32Array(data.userCount * dimensions)
  for (let round = 0; round < rounds; round++) {
    multiply(data, { rowFactor: normal.ofUser, columnFactor: normal.ofItem, dimensions }, basis, between)
    multiply(byItem, { rowFactor: normal.ofItem, columnFactor: normal.ofUser, dimensions }, between, basis)
    orthonormalise(basis, data.itemCount, dimensions)
  }
  return { dimensions, basis, degrees }
}

/**
 * A linear filter and the low-pass band together: `share` is the weight of the band. The band's score of item j is
 * (r D_i^-½ V Vᵀ D_i^½)_j, as in GF-CF.
 */
export function spectralScorer(linear: UserScorer, band: SpectralBand, share: number): UserScorer {
  const { dimensions, basis, degrees } = band
  const down = Float64Array.from(degrees, (degree) => (degree > 0 ? degree ** -0.5 : 0))
  const up = Float64Array.from(degrees, (degree) => Math.sqrt(degree))
  const signal = new Float64Array(dimensions)
  return {
    score(items, user, into) {
      linear.score(items, user, into)
      signal.fill(0)
      for (const item of items) {
        const weight = share * (down[item] ?? 0)
        for (let d = 0; d < dimensions; d++) signal[d] = (signal[d] ?? 0) + weight * (basis[item * dimensions + d] ?? 0)
      }
      for (let item = 0; item < into.length; item++) {
        let sum = 0
        const row = item * dimensions
        for (let d = 0; d < dimensions; d++) sum += (signal[d] ?? 0) * (basis[row + d] ?? 0)
        into[item] = (into[item] ?? 0) + sum * (up[item] ?? 0)
      }
    },
  }
}

const rootsOf = (degrees: Int32Array): Float64Array =>
  Float64Array.from(degrees, (degree) => (degree > 0 ? degree ** -0.5 : 0))

const randomBlock = (length: number, random: Random): Float32Array =>
  Float32Array.from({ length }, () => random() + random() + random() - 1.5)

type Product = {
  readonly rowFactor: Float64Array
  readonly columnFactor: Float64Array
  readonly dimensions: number
}

/** D_r M D_c times a block, into another block. */
function multiply(
  { offsets, items, userCount }: Interactions,
  { rowFactor, columnFactor, dimensions }: Product,
  block: Float32Array,
  into: Float32Array,
): void {
  into.fill(0)
  for (let row = 0; row < userCount; row++) {
    const to = row * dimensions
    for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at++) {
      const column = items[at] ?? 0
      const factor = (rowFactor[row] ?? 0) * (columnFactor[column] ?? 0)
      const from = column * dimensions
      for (let d = 0; d < dimensions; d++) into[to + d] = (into[to + d] ?? 0) + factor * (block[from + d] ?? 0)
    }
  }
}
