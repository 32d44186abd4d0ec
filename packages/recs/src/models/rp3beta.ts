import { degreesOf, type Interactions, transpose } from '../interactions/interactions'
import { BestKeeper } from './best'
import type { ItemNeighbours } from './item-neighbours'
import { collectNeighbours } from './neighbour-lists'

export type Rp3BetaOptions = {
  /** Exponent of the transition probabilities; 1 is the plain random walk. */
  readonly alpha?: number
  /** Exponent of the popularity an item is divided by; 0 leaves it alone. */
  readonly beta?: number
  /** Neighbours kept for an item. */
  readonly neighbours?: number
}

/**
 * RP3beta (Paudel, Christoffel, Newell & Bernstein, "Updatable, Accurate, Diverse, and Scalable Recommendations for
 * Interactive Applications", TiiS 2017): the random walk of three steps over the graph of users and items. With degrees
 * d of both sides the similarity of item j to item i is
 *
 *   w(i → j) = Σ_u (1 / d_i)^α · (1 / d_u)^α / d_j^β    over the users u of both,
 *
 * that is P_iu^α · P_uj^α, divided by the popularity of the target. `itemIds` names the columns of the matrix.
 */
export function trainRp3Beta(data: Interactions, itemIds: Int32Array, options: Rp3BetaOptions = {}): ItemNeighbours {
  const { alpha = 1, beta = 0.3, neighbours: kept = 200 } = options
  const byItem = transpose(data)
  const userFactor = Float64Array.from(degreesOf(data), (degree) => (degree > 0 ? degree ** -alpha : 0))
  const itemDegree = degreesOf(byItem)
  const targetFactor = Float64Array.from(itemDegree, (degree) => (degree > 0 ? degree ** -beta : 0))
  const sums = new Float64Array(data.itemCount)
  const keeper = new BestKeeper(kept)
  return collectNeighbours(itemIds, (item) => {
    const own = (itemDegree[item] ?? 0) ** -alpha
    for (const other of twoSteps(data, byItem, item, userFactor, sums)) {
      if (other !== item) keeper.offer(other, (sums[other] ?? 0) * own * (targetFactor[other] ?? 0))
      sums[other] = 0
    }
    return keeper.take()
  })
}

/** Adds the factor of every user of the item to all of that user's items; answers the items touched. */
function twoSteps(
  data: Interactions,
  byItem: Interactions,
  item: number,
  userFactor: Float64Array,
  sums: Float64Array,
): readonly number[] {
  const touched: number[] = []
  for (let at = byItem.offsets[item] ?? 0; at < (byItem.offsets[item + 1] ?? 0); at++) {
    const user = byItem.items[at] ?? 0
    const factor = userFactor[user] ?? 0
    for (let its = data.offsets[user] ?? 0; its < (data.offsets[user + 1] ?? 0); its++) {
      const other = data.items[its] ?? 0
      const sum = sums[other] ?? 0
      if (sum === 0) touched.push(other)
      sums[other] = sum + factor
    }
  }
  return touched
}
