import type { TogetherModel } from '../bought-together/model'
import { type TrainOptions, trainBoughtTogether } from '../bought-together/train'
import type { ItemNeighbours } from './item-neighbours'

/**
 * Rules of what is bought together (see trainBoughtTogether: support, shrunken lift), as neighbours of items. The score
 * is the logarithm of the shrunken lift, so that chance is zero and two proven halves add up.
 */
export const trainCoPurchase = (baskets: Iterable<readonly number[]>, options?: TrainOptions): ItemNeighbours =>
  coPurchaseNeighbours(trainBoughtTogether(baskets, options))

/** The same of a model that is trained already. */
export const coPurchaseNeighbours = ({ items, offsets, neighbours, scores }: TogetherModel): ItemNeighbours => ({
  itemIds: items,
  offsets,
  neighbours,
  scores: scores.map((lift) => Math.log(lift)),
})
