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
    const scores = request.table.content.scan(wanted)
    let taken = 0
    for (const place of request.bestOf(scores, quota * 2)) {
      if (taken === quota || (scores[place] ?? 0) <= 0) break
      if (pool.offer(place, scores[place] ?? 0, first.place)) taken++
    }
  },
}
