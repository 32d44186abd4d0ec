import { expect, test } from 'vitest'
import { deepestMarkdown, type Markdown, markdownApplies, markdownState, markedPriceMinor } from './markdown'

const day = (n: number) => new Date(Date.UTC(2027, 0, n))
const markdown = (over: Partial<Markdown> = {}): Markdown => ({
  id: 1,
  scope: { kind: 'product', productId: 7 },
  percent: 20,
  startsAt: day(10),
  endsAt: day(20),
  ...over,
})
const plenty = { stockAgeDays: 100, units: 50 }

test('a markdown counts from its first moment to the moment before its end', () => {
  expect(markdownState(markdown(), day(9))).toBe('scheduled')
  expect(markdownState(markdown(), day(10))).toBe('live')
  expect(markdownState(markdown(), day(20))).toBe('ended')
  expect(markdownState(markdown({ endedAt: day(12) }), day(12))).toBe('ended')
})

test('it clears ageing stock only, and stops where little is left', () => {
  const clearing = markdown({ minStockAgeDays: 90, minUnits: 5 })
  expect(markdownApplies(clearing, { stockAgeDays: 90, units: 5 }, day(11))).toBe(true)
  expect(markdownApplies(clearing, { stockAgeDays: 89, units: 50 }, day(11))).toBe(false)
  expect(markdownApplies(clearing, { stockAgeDays: 200, units: 4 }, day(11))).toBe(false)
})

test('of several the deepest counts, they never add up', () => {
  const several = [markdown(), markdown({ id: 3, percent: 30 }), markdown({ id: 2, percent: 30 })]
  expect(deepestMarkdown(several, plenty, day(11))?.id).toBe(2)
  expect(deepestMarkdown([...several].reverse(), plenty, day(11))?.id).toBe(2)
  expect(deepestMarkdown(several, plenty, day(21))).toBeUndefined()
})

test.each([
  [9_900, 20, 7_920],
  [9_999, 15, 8_499],
  [105, 50, 53],
  [1, 90, 1],
  [0, 50, 0],
])('%d minor units with %d per cent off cost %d', (list, percent, price) => {
  expect(markedPriceMinor(list, percent)).toBe(price)
})
