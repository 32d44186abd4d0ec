import { expect, test } from 'vitest'
import { normal, seededRandom } from '../random'
import { CROSS_COLUMNS, compileFit, WEARER_COLUMNS } from './compiled-fit'
import { FIT_FEATURES } from './fit-features'
import { fitProbabilities, trainFit, wearerIn } from './fit-model'
import type { FitRow, PastFit } from './fit-row'

const random = seededRandom(4)
const rows = Array.from({ length: 1_500 }, (): FitRow => {
  const own = Math.round(normal(random) * 1.5)
  const item = 1 + Math.floor(random() * 12)
  const size = own + Math.round(normal(random))
  const felt = own - size + (item === 1 ? 1.5 : 0) + normal(random) * 0.4
  const outcome = felt > 1 ? 'small' : felt < -1 ? 'large' : 'fit'
  return {
    user: Math.floor(random() * 400),
    item,
    category: item % 2,
    size,
    outcome,
    body: { heightCm: 170 + 4 * own },
  }
})
const model = trainFit(rows, { epochs: 4 })
const fit = compileFit(model)

test('no feature belongs to the wearer and to the pair at once', () => {
  expect(new Set([...WEARER_COLUMNS, ...CROSS_COLUMNS]).size).toBe(WEARER_COLUMNS.length + CROSS_COLUMNS.length)
  expect(Math.min(...WEARER_COLUMNS, ...CROSS_COLUMNS)).toBeGreaterThan(0)
  expect(FIT_FEATURES.length).toBeGreaterThan(WEARER_COLUMNS.length + CROSS_COLUMNS.length)
})

test('taken apart the chances are those of the model, for known and unknown pieces and wearers', () => {
  const wore = (size: number, outcome: PastFit['outcome']): PastFit => ({ item: 3, category: 1, size, outcome })
  const shoppers = [
    { body: {}, past: [] },
    { body: { heightCm: 188 }, past: [] },
    { body: {}, past: [wore(1, 'fit'), wore(0, 'small')] },
    { body: { heightCm: 160 }, past: [wore(-2, 'large')] },
  ]
  const sizes = [-3, -1, 0, 0.5, 2]
  for (const shopper of shoppers) {
    const wearer = fit.wearer(shopper)
    for (const item of [1, 2, 7, 999]) {
      const piece = fit.piece(item, item % 2, sizes)
      for (const [nth, size] of sizes.entries()) {
        const [, expected = 0] = fitProbabilities(model, wearerIn(model, shopper), { item, category: item % 2, size })
        expect(fit.chance(piece, nth, wearer.at(size))).toBeCloseTo(expected, 10)
      }
    }
  }
})

test('a piece that runs small fits its buyers less often than one that is cut true', () => {
  expect(fit.usual(1, 1)).toBeLessThan(fit.usual(3, 1))
})
