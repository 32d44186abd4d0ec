import type { CandidateSource } from '../source'
import { startsOf } from './starts'

/** What visits that went like this one went on to. */
export const sessionSource: CandidateSource = {
  name: 'session',
  draw: (request, pool, quota) => {
    const { sessions } = request.models
    const starts = startsOf(request)
    if (sessions === undefined || starts.length === 0) return
    const { places, scores, because } = sessions.next(
      starts.map(({ place }) => place),
      quota * 2,
    )
    pool.expect(places, places.length)
    for (let at = 0, taken = 0; at < places.length && taken < quota; at++) {
      const place = places[at] ?? -1
      // A piece that was looked at may come again; that others went on to it from itself says nothing.
      const led = because[at] === place ? -1 : (because[at] ?? -1)
      if (pool.offer(place, scores[at] ?? 0, led)) taken++
    }
  },
}
