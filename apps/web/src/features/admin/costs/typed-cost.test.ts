import { expect, test } from 'vitest'
import { costText, typedCost } from './typed-cost'

test('an amount is read to the cent, with a point or a comma, and nothing else is one', () => {
  expect(['12', '12.5', '12,50', ' 0.07 ', '1999999.99'].map(typedCost)).toEqual([1_200, 1_250, 1_250, 7, 199_999_999])
  expect(typedCost('  ')).toBeNull()
  for (const wrong of ['-1', '1.234', '1e3', '€5', '12.', 'NaN']) expect(typedCost(wrong)).toBeUndefined()
})

test('what is written is what would be typed', () => {
  for (const minor of [0, 7, 1_250, 199_999_999]) expect(typedCost(costText(minor))).toBe(minor)
  expect(costText(undefined)).toBe('')
})
