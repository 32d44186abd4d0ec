import type { Interactions } from '../interactions/interactions'
import { invertPositive } from '../linear/invert-positive'
import { BestKeeper } from './best'
import type { ItemNeighbours } from './item-neighbours'
import { collectNeighbours } from './neighbour-lists'
import type { UserScorer } from './user-scorer'

export type EaseOptions = {
  /** λ, the ridge on the diagonal. */
  readonly ridge?: number
  /** Items above which the dense inverse is refused: its memory grows with the square, its time with the cube. */
  readonly itemsMax?: number
}

/** The dense weights of EASE: `weights[i · itemCount + j]` is what item i says of item j. */
export type EaseModel = { readonly itemCount: number; readonly weights: Float32Array }

/**
 * EASE (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019): with the Gram matrix G = XᵀX and
 * P = (G + λI)⁻¹, the item weights of the ridge regression without a diagonal are B_ij = -P_ij / P_jj, B_jj = 0.
 */
export function trainEase(data: Interactions, { ridge = 200, itemsMax = 6_000 }: EaseOptions = {}): EaseModel {
  const size = data.itemCount
  if (size > itemsMax) throw new RangeError(`EASE is for up to ${itemsMax} items, and there are ${size}`)
  const inverse = invertPositive(gramOf(data, ridge), size)
  const weights = new Float32Array(size * size)
  for (let j = 0; j < size; j++) {
    const pivot = inverse[j * size + j] ?? 1
    // Row by row of the result would stride; the inverse is symmetric, so its row j is its column j.
    for (let i = 0; i < size; i++) weights[i * size + j] = i === j ? 0 : -(inverse[j * size + i] ?? 0) / pivot
  }
  return { itemCount: size, weights }
}

export const easeScorer = ({ itemCount, weights }: EaseModel): UserScorer => ({
  score(items, _user, into) {
    for (const item of items) {
      const row = item * itemCount
      for (let other = 0; other < itemCount; other++) into[other] = (into[other] ?? 0) + (weights[row + other] ?? 0)
    }
  },
})

/** The strongest positive weights of every item, as a server asks them. */
export function easeNeighbours({ itemCount, weights }: EaseModel, itemIds: Int32Array, kept = 200): ItemNeighbours {
  const keeper = new BestKeeper(kept)
  return collectNeighbours(itemIds, (item) => {
    for (let other = 0; other < itemCount; other++) {
      const weight = weights[item * itemCount + other] ?? 0
      if (weight > 0) keeper.offer(other, weight)
    }
    return keeper.take()
  })
}

/** XᵀX + λI. */
function gramOf({ itemCount, userCount, offsets, items }: Interactions, ridge: number): Float64Array {
  const gram = new Float64Array(itemCount * itemCount)
  for (let item = 0; item < itemCount; item++) gram[item * itemCount + item] = ridge
  for (let user = 0; user < userCount; user++) {
    const own = items.subarray(offsets[user] ?? 0, offsets[user + 1] ?? 0)
    for (const a of own) for (const b of own) gram[a * itemCount + b] = (gram[a * itemCount + b] ?? 0) + 1
  }
  return gram
}
