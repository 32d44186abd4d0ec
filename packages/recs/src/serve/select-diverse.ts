import { type ContentVectors, likeness } from './content-vectors'

export type DiverseRequest = {
  /** Candidates, best first, by place. */
  readonly order: Int32Array
  /** Relevance by the same index, 0 to 1. */
  readonly relevance: Float32Array
  readonly content: ContentVectors
  readonly length: number
  /** 1 asks for relevance alone, 0 for difference alone. */
  readonly lambda: number
  /** What stands in the answer already: likeness to it counts. */
  readonly beside: readonly number[]
  /** Whether one more of this candidate's kind may be shown; asked when it would be taken. */
  readonly allows: (place: number) => boolean
  /** Told of each candidate as it is taken. */
  readonly taken: (place: number) => void
}

/**
 * Maximal marginal relevance (Carbonell & Goldstein 1998): takes, one by one, the candidate with the greatest
 * λ · relevance - (1 - λ) · greatest likeness to what was taken. Deterministic: of equals the earlier in `order`.
 * Answers indices into `order`.
 *
 * A candidate's value only falls as more is taken, so what it was worth is a bound on what it is (Minoux 1978): only the
 * one that leads by its bound is compared with what was taken since, until it still leads.
 */
export function selectDiverse(request: DiverseRequest): readonly number[] {
  const { order, relevance, content, length, lambda, beside, allows, taken } = request
  const count = order.length
  const values = Float64Array.from(relevance, (one) => lambda * one)
  const reach = reachOf(values)
  const closest = new Float64Array(count)
  /** How many of `shown` each candidate has been compared with. */
  const compared = new Int32Array(count)
  const shown: number[] = [...beside]
  const chosen: number[] = []
  while (chosen.length < length) {
    const best = leader(values, reach)
    if (best < 0) break
    const place = order[best] ?? 0
    if (lambda < 1 && (compared[best] ?? 0) < shown.length) {
      let close = closest[best] ?? 0
      for (let at = compared[best] ?? 0; at < shown.length; at++) {
        const like = likeness(content, place, shown[at] ?? 0)
        if (like > close) close = like
      }
      closest[best] = close
      compared[best] = shown.length
      values[best] = lambda * (relevance[best] ?? 0) - (1 - lambda) * close
      continue
    }
    values[best] = Number.NEGATIVE_INFINITY
    if (!allows(place)) continue
    chosen.push(best)
    taken(place)
    shown.push(place)
  }
  return chosen
}

/** The greatest value from each index on: as values only fall, none behind will ever be above it. */
function reachOf(values: Float64Array): Float64Array {
  const reach = new Float64Array(values.length)
  for (let at = values.length - 1, most = Number.NEGATIVE_INFINITY; at >= 0; at--) {
    most = Math.max(most, values[at] ?? most)
    reach[at] = most
  }
  return reach
}

/** The index of the greatest value, of equals the first; -1 when nothing is left. */
function leader(values: Float64Array, reach: Float64Array): number {
  let [best, most] = [-1, Number.NEGATIVE_INFINITY]
  for (let at = 0; at < values.length && (reach[at] ?? 0) > most; at++) {
    const value = values[at] ?? most
    if (value > most) {
      best = at
      most = value
    }
  }
  return best
}
