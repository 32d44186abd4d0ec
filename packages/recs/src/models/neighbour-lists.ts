import type { Best } from './best'
import type { ItemNeighbours } from './item-neighbours'

/** The neighbour model whose list of the item at each place is what `bestOf` answers. */
export function collectNeighbours(itemIds: Int32Array, bestOf: (place: number) => Best): ItemNeighbours {
  const lists = Array.from(itemIds, (_, place) => bestOf(place))
  const offsets = new Int32Array(itemIds.length + 1)
  for (const [place, list] of lists.entries()) offsets[place + 1] = (offsets[place] ?? 0) + list.places.length
  const neighbours = new Int32Array(offsets[itemIds.length] ?? 0)
  const scores = new Float32Array(neighbours.length)
  for (const [place, list] of lists.entries()) {
    neighbours.set(list.places, offsets[place] ?? 0)
    scores.set(list.scores, offsets[place] ?? 0)
  }
  return { itemIds, offsets, neighbours, scores }
}
