import { degreesOf, type Interactions, transpose } from '../interactions/interactions'

/** Enough for the first digits, which is what a grid of ridges is laid by. */
const STEPS = 30

/**
 * The ridge from which on the best factors are none at all. Around zero one pass over users and items multiplies factors by
 * R̃ᵀR̃ / λ², with R̃ = D_u^-½ R D_i^-½ and D = taken + α₀ · others of each row (the ridge's exponent being 1): above the
 * largest singular value of R̃ every pass shrinks them. It falls with the share of the catalogue that people took, so that a
 * ridge from a dense data set leaves nothing of a sparse one. Found by the power iteration, begun from equal weights.
 */
export function collapseRidge(data: Interactions, unobserved: number): number {
  const scaleOf = (taken: Int32Array, others: number): Float64Array =>
    Float64Array.from(taken, (count) => 1 / Math.sqrt(Math.max(Number.MIN_VALUE, count + unobserved * others)))
  const ofUser = scaleOf(degreesOf(data), data.itemCount)
  const ofItem = scaleOf(degreesOf(transpose(data)), data.userCount)
  let items = new Float64Array(data.itemCount).fill(1)
  let largest = 0
  for (let step = 0; step < STEPS; step++) {
    const length = lengthOf(items)
    if (length === 0) return 0
    const next = new Float64Array(data.itemCount)
    for (let user = 0; user < data.userCount; user++) {
      const [from, to] = [data.offsets[user] ?? 0, data.offsets[user + 1] ?? 0]
      let sum = 0
      for (let at = from; at < to; at++) {
        const item = data.items[at] ?? 0
        sum += ((items[item] ?? 0) / length) * (ofItem[item] ?? 0)
      }
      const back = sum * (ofUser[user] ?? 0) ** 2
      for (let at = from; at < to; at++) {
        const item = data.items[at] ?? 0
        next[item] = (next[item] ?? 0) + back * (ofItem[item] ?? 0)
      }
    }
    largest = Math.sqrt(lengthOf(next))
    items = next
  }
  return largest
}

const lengthOf = (vector: Float64Array): number => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
