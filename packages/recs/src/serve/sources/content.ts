import { normalise } from '../content-vectors'
import type { CandidateSource } from '../source'
import { startsOf } from './starts'

const STARTS = 4

/** Likeness of what products say of themselves; finds those that nobody has bought yet. */
export const contentSource: CandidateSource = {
  name: 'content',
  draw: (request, pool, quota) => {
    const { dimensions, values } = request.table.content
    const starts = startsOf(request).slice(0, STARTS)
    const [first] = starts
    if (first === undefined) return
    const wanted = new Float32Array(dimensions)
    for (const { place, weight } of starts) {
      for (let d = 0; d < dimensions; d++) wanted[d] = (wanted[d] ?? 0) + weight * (values[place * dimensions + d] ?? 0)
    }
    normalise(wanted)
    const { places, scores, length } = request.table.content.nearest(wanted, quota * 2, pool)
    for (let at = 0, taken = 0; at < length && taken < quota && (scores[at] ?? 0) > 0; at++) {
      if (pool.offer(places[at] ?? -1, scores[at] ?? 0, first.place)) taken++
    }
  },
}
