import { type FitModel, trainFit } from '../../fit/fit-model'
import { createRandom } from '../random'

/** A fit model of drawn wearers: as large as a served one; pieces with an even id run a size small. */
export function drawFit(products: number, seed: number, rows = 4_000): FitModel {
  const random = createRandom(seed)
  return trainFit(
    Array.from({ length: rows }, () => {
      const user = Math.floor(random() * (rows / 4))
      const own = (user % 5) - 2
      const item = 1 + Math.floor(random() * products)
      const size = own + Math.floor(random() * 3) - 1
      const felt = own - size + (item % 2 === 0 ? 1 : 0)
      const outcome = felt > 0.5 ? 'small' : felt < -0.5 ? 'large' : 'fit'
      return { user, item, category: 0, size, outcome, body: { heightCm: 172 + 5 * own } }
    }),
    { epochs: 4 },
  )
}
