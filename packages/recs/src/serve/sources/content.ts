import { normalise } from '../content-vectors'
import type { CandidateSource } from '../source'
import { startsOf } from './starts'

/** Products of interest that a wish is blended from. */
export const CONTENT_STARTS = 4

/**
 * Likeness of what products say of themselves; finds those that nobody has bought yet. What the search starts from is as
 * like itself as can be and no find. Which of the starts a product is like is asked only of what is shown: see
 * `reasonOf`.
 */
export const contentSource: CandidateSource = {
  name: 'content',
  draw: (request, pool, quota) => {
    const { dimensions, values } = request.table.content
    const starts = startsOf(request).slice(0, CONTENT_STARTS)
    if (starts.length === 0) return
    const wanted = new Float32Array(dimensions)
    for (const { place, weight } of starts) {
      for (let d = 0; d < dimensions; d++) wanted[d] = (wanted[d] ?? 0) + weight * (values[place * dimensions + d] ?? 0)
    }
    normalise(wanted)
    const { places, scores, length } = request.table.content.nearest(wanted, quota * 2, pool)
    for (let at = 0, taken = 0; at < length && taken < quota && (scores[at] ?? 0) > 0; at++) {
      const place = places[at] ?? -1
      if (starts.some((start) => start.place === place)) continue
      if (pool.offer(place, scores[at] ?? 0)) taken++
    }
  },
}
