import type { CandidateSource } from '../source'

/** Implicit matrix factorisation: the shopper's history folded in, every product scored against it. */
export const factorsSource: CandidateSource = {
  name: 'factors',
  draw: ({ models, shopper, anchor, bestOf }, pool, quota) => {
    const { factors } = models
    if (factors === undefined || anchor >= 0) return
    const user = factors.userVector(shopper.recent)
    if (user === undefined) return
    const scores = factors.scan(user)
    let taken = 0
    // Twice the quota: what is sold out or not in the size falls away.
    for (const place of bestOf(scores, quota * 2)) {
      if (taken === quota) break
      if (pool.offer(place, scores[place] ?? 0)) taken++
    }
  },
}
