import type { Weights } from '../coded-shopper'
import type { CandidateSource } from '../source'

/** The most demanded products with what the shopper likes: this visit's liking first, then the long-term one. */
export const affinitySource: CandidateSource = {
  name: 'affinity',
  draw: ({ models, shopper, anchor }, pool, quota) => {
    if (anchor >= 0) return
    const lists: { term: number; weight: number; places: Int32Array }[] = []
    const take = ({ byTerm, strongest }: Weights, share: number): void => {
      for (const term of strongest) {
        const weight = (byTerm[term] ?? 0) * share
        const places = models.shelves.popularWithTerm[term]
        if (weight > 0 && places) lists.push({ term, weight, places })
      }
    }
    take(shopper.session, 1)
    take(shopper.affinities, 0.8)
    // Round by round over the terms, so that one liking does not fill the quota alone.
    const depth = Math.max(0, ...lists.map(({ places }) => places.length))
    // About as many as are looked at where half can be sold.
    const each = Math.ceil((quota * 2) / Math.max(1, lists.length))
    for (const { places } of lists) pool.expect(places, Math.min(places.length, each))
    for (let row = 0, taken = 0; row < depth && taken < quota; row++) {
      for (const { term, weight, places } of lists) {
        const place = places[row]
        if (place !== undefined && taken < quota && pool.offer(place, weight / (1 + row / 20), term)) taken++
      }
    }
  },
}
