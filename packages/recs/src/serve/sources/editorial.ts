import type { CandidateSource } from '../source'

/** What the house curates: its collections in turn. The evidence is the collection's place in the house's order. */
export const editorialSource: CandidateSource = {
  name: 'editorial',
  draw: ({ models }, pool, quota) => {
    const { editorial } = models.shelves
    const depth = Math.max(0, ...editorial.map(({ places }) => places.length))
    for (let row = 0, taken = 0; row < depth && taken < quota; row++) {
      for (const [collection, { places }] of editorial.entries()) {
        const place = places[row]
        if (place !== undefined && taken < quota && pool.offer(place, 1 / (1 + row), collection)) taken++
      }
    }
  },
}
