import { expect, test } from 'vitest'
import { mergeFeed } from './merge-feed'

const item = (productId: number, note = '') => ({ card: { productId }, note })
const ids = (items: readonly { card: { productId: number } }[]) => items.map(({ card }) => card.productId)

test('what was in view stays in its place, the rest follows the fresh order', () => {
  const merged = mergeFeed(
    [1, 2, 3, 4].map((n) => item(n)),
    [9, 4, 2, 8].map((n) => item(n)),
    new Set([1, 2]),
    new Set(),
  )
  expect(ids(merged)).toEqual([1, 2, 9, 4])
})

test('what leaves is replaced at the end', () => {
  const merged = mergeFeed(
    [1, 2, 3].map((n) => item(n)),
    [1, 3, 7].map((n) => item(n)),
    new Set([1, 2, 3]),
    new Set([2]),
  )
  expect(ids(merged)).toEqual([1, 3, 7])
})

test('a piece that stays says what the fresh answer says of it', () => {
  const [first] = mergeFeed([item(1, 'old')], [item(1, 'new')], new Set([1]), new Set())
  expect(first?.note).toBe('new')
})
