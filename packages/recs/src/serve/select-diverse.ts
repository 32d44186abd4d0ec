import type { ContentVectors } from './content-vectors'
import { createLikenessRoom } from './likeness-room'

export type DiverseRequest = {
  /** Candidates, best first, by place. */
  readonly order: Int32Array
  /** Relevance by the same index, 0 to 1. */
  readonly relevance: Float32Array
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

/** Indices into `order` of what is shown, in order. */
export type SelectDiverse = (request: DiverseRequest) => readonly number[]

/**
 * Maximal marginal relevance (Carbonell & Goldstein 1998): takes, one by one, the candidate with the greatest
 * λ · relevance - (1 - λ) · greatest likeness to what was taken. Deterministic: of equals the earlier in `order`.
 *
 * Whatever is taken is compared with all candidates at once: their vectors stand side by side, so that one more taken
 * costs half a microsecond. For `most` candidates in an answer at most; one answer after another shares the room.
 */
export function createDiverseSelection({ values, dimensions }: ContentVectors, most: number): SelectDiverse {
  const room = createLikenessRoom(most, dimensions)
  const closest = new Float32Array(most)
  const worth = new Float64Array(most)
  const nothingAlike = new Float32Array(most)
  return ({ order, relevance, length, lambda, beside, allows, taken }) => {
    const count = order.length
    const isMixed = lambda < 1
    for (let at = 0; at < count; at++) {
      closest[at] = 0
      worth[at] = lambda * (relevance[at] ?? 0)
    }
    if (isMixed) room.gather(values, order)
    let alike: Float32Array = nothingAlike
    for (const place of beside) {
      if (!isMixed) break
      alike = room.to(values, place)
      for (let at = 0; at < count; at++) if ((alike[at] ?? 0) > (closest[at] ?? 0)) closest[at] = alike[at] ?? 0
    }
    const chosen: number[] = []
    while (chosen.length < length) {
      let [best, greatest] = [-1, Number.NEGATIVE_INFINITY]
      for (let at = 0; at < count; at++) {
        // What was taken last is met on the way: a pass of its own over all would cost as much again.
        const [near, before] = [alike[at] ?? 0, closest[at] ?? 0]
        const nearest = Math.max(near, before)
        closest[at] = nearest
        const value = (worth[at] ?? 0) - (1 - lambda) * nearest
        if (value <= greatest) continue
        best = at
        greatest = value
      }
      if (best < 0) break
      worth[best] = Number.NEGATIVE_INFINITY // it is over, whether it may be shown or not
      const place = order[best] ?? 0
      if (!allows(place)) continue
      chosen.push(best)
      taken(place)
      if (isMixed) alike = room.to(values, place)
    }
    return chosen
  }
}
