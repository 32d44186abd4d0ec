import { type ContentVectors, likeness } from './content-vectors'

export type DiverseRequest = {
  /** Candidates, best first, by place. */
  readonly order: readonly number[]
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
 */
export function selectDiverse(request: DiverseRequest): readonly number[] {
  const { order, relevance, content, length, lambda, beside, allows, taken } = request
  const closest = new Float32Array(order.length)
  const isOut = new Uint8Array(order.length)
  const learn = (place: number): void => {
    for (let at = 0; at < order.length; at++) {
      if (isOut[at] === 1) continue
      const like = likeness(content, order[at] ?? 0, place)
      if (like > (closest[at] ?? 0)) closest[at] = like
    }
  }
  for (const place of beside) learn(place)
  const chosen: number[] = []
  while (chosen.length < length) {
    let [best, bestValue] = [-1, Number.NEGATIVE_INFINITY]
    for (let at = 0; at < order.length; at++) {
      if (isOut[at] === 1) continue
      const value = lambda * (relevance[at] ?? 0) - (1 - lambda) * (closest[at] ?? 0)
      if (value > bestValue) [best, bestValue] = [at, value]
    }
    if (best < 0) break
    isOut[best] = 1
    const place = order[best] ?? 0
    if (!allows(place)) continue
    chosen.push(best)
    taken(place)
    if (lambda < 1) learn(place)
  }
  return chosen
}
