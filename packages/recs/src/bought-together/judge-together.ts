import type { OfflineFigures } from '../evaluate/newest-part'
import { neighboursOf, type TogetherModel } from './model'

const LIST = 10

/**
 * How often the first ten beside a piece of a later basket name another piece of it: every piece of every basket of two or
 * more is asked once. Empty where no such basket came.
 */
export function judgeTogether(model: TogetherModel, later: Iterable<readonly number[]>): OfflineFigures {
  let [asked, named] = [0, 0]
  for (const basket of later) {
    const distinct = new Set(basket)
    if (distinct.size < 2) continue
    for (const productId of distinct) {
      asked++
      if (neighboursOf(model, productId, LIST).some(({ productId: other }) => distinct.has(other))) named++
    }
  }
  return asked === 0 ? {} : { [`hr_at_${LIST}`]: named / asked, asked }
}
