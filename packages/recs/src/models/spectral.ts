import { degreesOf, type Interactions, transpose } from '../interactions/interactions'
import { orthonormalise } from '../linear/orthonormal'
import { type Random, seededRandom } from '../random'
import { BestKeeper } from './best'
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
    orthonormalise(basis, data.itemCount, dimensions, round === rounds - 1 ? 2 : 1)
  }
  return { dimensions, basis, degrees }
}

export type BandOptions = {
  /** The weight of the band beside the filter, both as deviations from their own mean over the items. */
  readonly share: number
  /** Only the best of the filter get the band's score, which costs `dimensions` multiplications each; all by default. */
  readonly rescored?: number
}

// Items over which the spread of the band is estimated, evenly apart.
const SPREAD_SAMPLE = 500

/**
 * A linear filter and the low-pass band together, as in GF-CF, whose band scores item j with (r D_i^-½ V Vᵀ D_i^½)_j.
 * The two are brought to one scale for each user before they are added, so that one share suits any exponents.
 */
export function spectralScorer(linear: UserScorer, band: SpectralBand, { share, rescored }: BandOptions): UserScorer {
  const { dimensions, basis, degrees } = band
  const down = Float64Array.from(degrees, (degree) => (degree > 0 ? degree ** -0.5 : 0))
  const up = Float64Array.from(degrees, (degree) => Math.sqrt(degree))
  const signal = new Float64Array(dimensions)
  const everything = Int32Array.from(degrees.keys())
  const step = Math.max(1, Math.floor(degrees.length / SPREAD_SAMPLE))
  const sample = everything.filter((item) => item % step === 0)
  const keeper = new BestKeeper(rescored ?? 0)
  const best = (scores: Float32Array): Int32Array => {
    for (let item = 0; item < scores.length; item++) keeper.offer(item, scores[item] ?? 0)
    return keeper.take().places
  }
  const ofBand = (item: number): number => {
    let sum = 0
    for (let d = 0; d < dimensions; d++) sum += (signal[d] ?? 0) * (basis[item * dimensions + d] ?? 0)
    return sum * (up[item] ?? 0)
  }
  return {
    score(items, user, into) {
      linear.score(items, user, into)
      signal.fill(0)
      for (const item of items) {
        const weight = down[item] ?? 0
        for (let d = 0; d < dimensions; d++) signal[d] = (signal[d] ?? 0) + weight * (basis[item * dimensions + d] ?? 0)
      }
      const spread = spreadOf(sample.length, (n) => ofBand(sample[n] ?? 0))
      if (spread === 0) return
      const weight = (share * spreadOf(into.length, (item) => into[item] ?? 0)) / spread
      for (const item of rescored === undefined ? everything : best(into)) {
        into[item] = (into[item] ?? 0) + weight * ofBand(item)
      }
    },
  }
}

/** The standard deviation of `count` values. */
function spreadOf(count: number, valueAt: (n: number) => number): number {
  let [sum, squares] = [0, 0]
  for (let n = 0; n < count; n++) {
    const value = valueAt(n)
    sum += value
    squares += value * value
  }
  return count === 0 ? 0 : Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2))
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
