import type { CandidateSource } from '../source'

/** Implicit matrix factorisation: the shopper's history folded in, every product scored against it. */
export const factorsSource: CandidateSource = {
  name: 'factors',
  draw: ({ models, shopper, anchor }, pool, quota) => {
    const { factors } = models
    if (factors === undefined || anchor >= 0) return
    const user = factors.userVector(shopper.recent)
    if (user === undefined) return
    // Twice the quota: what is sold out or not in the size falls away.
    const { places, scores, length } = factors.nearest(user, quota * 2, pool)
    for (let at = 0, taken = 0; at < length && taken < quota; at++) {
      if (pool.offer(places[at] ?? -1, scores[at] ?? 0)) taken++
    }
  },
}
