import type { ItemNeighbours } from './item-neighbours'
import type { UserScorer } from './user-scorer'

/** Scores of a user as the sum over the neighbours of the items they have; places are the columns of the training matrix. */
export const neighbourScorer = ({ offsets, neighbours, scores }: ItemNeighbours): UserScorer => ({
  score(items, _user, into) {
    for (const item of items) {
      for (let at = offsets[item] ?? 0, end = offsets[item + 1] ?? 0; at < end; at++) {
        const neighbour = neighbours[at] ?? 0
        into[neighbour] = (into[neighbour] ?? 0) + (scores[at] ?? 0)
      }
    }
  },
})
