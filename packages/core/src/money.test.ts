import { expect, test } from 'vitest'
import { includedTaxMinor, marginShare } from './money'

test('of 121.00 at 21 per cent 21.00 are tax; of the rest, what the supplier is not paid stays with the shop', () => {
  expect(includedTaxMinor(12_100, 2_100)).toBe(2_100)
  expect(marginShare(12_100, 2_100, 4_000)).toBeCloseTo(0.6, 10)
  expect(marginShare(12_100, 2_100, 0)).toBe(1)
})

test('what is sold below its cost has a margin below nothing, and what is given away has none', () => {
  expect(marginShare(6_050, 2_100, 6_000)).toBeCloseTo(-0.2, 10)
  expect(marginShare(0, 2_100, 4_000)).toBe(0)
})
