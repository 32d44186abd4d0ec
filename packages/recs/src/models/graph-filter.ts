import { degreesOf, type Interactions, transpose } from '../interactions/interactions'
import { BestKeeper } from './best'
import type { ItemNeighbours } from './item-neighbours'
import { collectNeighbours } from './neighbour-lists'
import type { UserScorer } from './user-scorer'

export type GraphFilterOptions = {
  /** Exponents of the degrees that the owned item, the shopper between, and the recommended item are divided by. */
  readonly source?: number
  readonly user?: number
  readonly target?: number
}

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
  const { source = 0.6, user = 0.6, target = 0.35 } = options
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
export function trainGraphFilter(
  data: Interactions,
  itemIds: Int32Array,
  { neighbours = 300, ...options }: GraphFilterOptions & { readonly neighbours?: number } = {},
): ItemNeighbours {
  const filter = graphFilter(data, options)
  const scores = new Float32Array(data.itemCount)
  const keeper = new BestKeeper(neighbours)
  return collectNeighbours(itemIds, (item) => {
    scores.fill(0)
    filter.score(Int32Array.of(item), -1, scores)
    scores[item] = 0
    for (let other = 0; other < scores.length; other++) {
      const score = scores[other] ?? 0
      if (score > 0) keeper.offer(other, score)
    }
    return keeper.take()
  })
}

const powers = (degrees: Int32Array, exponent: number): Float64Array =>
  Float64Array.from(degrees, (degree) => (degree > 0 ? degree ** -exponent : 0))
