import type { CandidateSource } from '../source'
import { startsOf } from './starts'

/** What visits that went like this one went on to. */
export const sessionSource: CandidateSource = {
  name: 'session',
  draw: (request, pool, quota) => {
    const { sessions } = request.models
    const starts = startsOf(request)
    if (sessions === undefined || starts.length === 0) return
    const next = sessions.next(
      starts.map(({ place }) => place),
      quota * 2,
    )
    let taken = 0
    for (const { place, score } of next) {
      if (taken === quota) break
      if (pool.offer(place, score, starts[0]?.place ?? -1)) taken++
    }
  },
}
