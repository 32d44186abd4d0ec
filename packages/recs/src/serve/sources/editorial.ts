import type { CandidateSource } from '../source'
import { offerShelf } from './shelf'

/**
 * What the house curates: its collections in turn, the one that the visit began with before all. The evidence is the
 * collection's place in the house's order.
 */
export const editorialSource: CandidateSource = {
  name: 'editorial',
  draw: ({ models, shopper }, pool, quota) => {
    const { editorial } = models.shelves
    const { landing } = shopper.shopper
    const began = landing === undefined ? -1 : editorial.findIndex(({ slug }) => slug === landing)
    const first = editorial[began]
    if (first) offerShelf(first.places, pool, Math.ceil(quota / 2), began)
    const depth = Math.max(0, ...editorial.map(({ places }) => places.length))
    for (let row = 0, taken = 0; row < depth && taken < quota; row++) {
      for (const [collection, { places }] of editorial.entries()) {
        const place = places[row]
        if (place !== undefined && taken < quota && pool.offer(place, 1 / (1 + row), collection)) taken++
      }
    }
  },
}
