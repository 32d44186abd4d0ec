import { degreesOf, type Interactions, transpose } from '../interactions/interactions'
import { exponentsOf, type GraphFilterOptions, powers } from './filter-exponents'
import { createFilterRows, type RowOptions } from './filter-rows'
import type { ItemNeighbours } from './item-neighbours'
import { collectNeighbours } from './neighbour-lists'
import type { UserScorer } from './user-scorer'

/**
 * The linear filter of the graph of users and items. With degrees d the similarity of item j to an owned item i is
 *
 *   P_ij = d_i^-s · Σ_u d_u^-v · d_j^-t    over the users u of both.
 *
 * s = v = t = ½ · {1, 2, 1} is the linear part of GF-CF (Shen et al., "How Powerful is Graph Convolution for
 * Recommendation?", CIKM 2021); s = v = α = 1, t = β is RP3beta. The three are chosen on validation.
 * Nothing is trained: a user's scores are two sparse products.
 */
export function graphFilter(data: Interactions, options: GraphFilterOptions = {}): UserScorer {
  const { source, user, target } = exponentsOf(options)
  const byItem = transpose(data)
  const ofSource = powers(degreesOf(byItem), source)
  const ofUser = powers(degreesOf(data), user)
  const ofTarget = powers(degreesOf(byItem), target)
  const reached = new Float64Array(data.userCount)
  const touched = new Int32Array(data.userCount)
  return {
    score(items, _user, into) {
      let count = 0
      for (const item of items) {
        const weight = ofSource[item] ?? 0
        for (let at = byItem.offsets[item] ?? 0, end = byItem.offsets[item + 1] ?? 0; at < end; at++) {
          const other = byItem.items[at] ?? 0
          if (reached[other] === 0) touched[count++] = other
          reached[other] = (reached[other] ?? 0) + weight
        }
      }
      for (let n = 0; n < count; n++) {
        const other = touched[n] ?? 0
        const weight = (reached[other] ?? 0) * (ofUser[other] ?? 0)
        reached[other] = 0
        for (let at = data.offsets[other] ?? 0, end = data.offsets[other + 1] ?? 0; at < end; at++) {
          const item = data.items[at] ?? 0
          into[item] = (into[item] ?? 0) + weight
        }
      }
      for (let item = 0; item < into.length; item++) into[item] = (into[item] ?? 0) * (ofTarget[item] ?? 0)
    },
  }
}

/** The same filter with the best neighbours of every item kept, as a server asks it. */
export const trainGraphFilter = (data: Interactions, itemIds: Int32Array, options: RowOptions = {}): ItemNeighbours =>
  collectNeighbours(itemIds, createFilterRows(data, options).bestOf)
