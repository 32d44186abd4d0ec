import { expect, test } from 'vitest'
import { evaluateSimulated } from '../evaluate/evaluate-simulated'
import { seededRandom } from '../random'
import { trueRelevance } from './candidate-features'
import { simulateShop } from './impression-log'
import { drawItem, drawShopper } from './shop-world'

test('the same seed is the same shop, another is another', () => {
  const small = { views: 50, heldViews: 2 }
  expect(simulateShop({ seed: 1, ...small })).toEqual(simulateShop({ seed: 1, ...small }))
  expect(simulateShop({ seed: 2, ...small }).log.clicks).not.toEqual(simulateShop({ seed: 1, ...small }).log.clicks)
})

test('shoppers want what is in stock in their size and within their budget', () => {
  const random = seededRandom(1)
  const shopper = { ...drawShopper(random), budget: 0.5, size: 2 }
  const item = { ...drawItem(random), price: 0.4, discount: 0, inStock: [true, true, true, true, true] }
  const moment = { shopper, season: 0.5, intent: 0 }
  const wanted = trueRelevance(moment, item, 0)
  expect(trueRelevance(moment, { ...item, inStock: [true, true, false, true, true] }, 0)).toBeLessThan(wanted / 2)
  expect(trueRelevance(moment, { ...item, price: 0.9 }, 0)).toBeLessThan(wanted)
  expect(trueRelevance(moment, item, 3)).toBeLessThan(wanted)
})

test('what is shown first is clicked more, also in the views where the order was dealt out', () => {
  const { log } = simulateShop({ seed: 3, views: 2_000, heldViews: 0, explored: 1 })
  const rate = (position: number) => {
    const rows = [...log.clicks.keys()].filter((row) => log.positions[row] === position)
    return rows.filter((row) => log.clicks[row] === 1).length / rows.length
  }
  expect(rate(0)).toBeGreaterThan(3 * rate(9))
})

test('learned from the log, the ranking beats the sum of the sources', () => {
  const { learned, sum_of_sources } = evaluateSimulated({ seed: 1, views: 200, heldViews: 60, k: 10 })
  expect(learned).toBeGreaterThan(1.1 * sum_of_sources)
}, 120_000)
