import type { CandidateSource } from '../source'
import { startsOf } from './starts'

/** What visits that went like this one went on to. */
export const sessionSource: CandidateSource = {
  name: 'session',
  draw: (request, pool, quota) => {
    const { sessions } = request.models
    const starts = startsOf(request)
    if (sessions === undefined || starts.length === 0) return
    const { places, scores } = sessions.next(
      starts.map(({ place }) => place),
      quota * 2,
    )
    pool.expect(places, places.length)
    for (let at = 0, taken = 0; at < places.length && taken < quota; at++) {
      if (pool.offer(places[at] ?? -1, scores[at] ?? 0, starts[0]?.place ?? -1)) taken++
    }
  },
}
