import { expect, test } from 'vitest'
import { canBeHad } from './can-be-had'

const variants = (units: Readonly<Record<string, readonly [available: number, future: number]>>) =>
  Object.entries(units).map(([size, [available, future]]) => ({ sku: `S-${size}`, size, available, future }))

test('a piece chosen from the shelf is gone with the last of the sizes worn, whatever may be promised of it', () => {
  const item = { inSizes: ['M'] }
  expect(canBeHad(item, variants({ S: [0, 0], M: [1, 0] }))).toBe(true)
  expect(canBeHad(item, variants({ S: [4, 0], M: [0, 2] }))).toBe(false)
  expect(canBeHad({}, variants({ S: [1, 0], M: [0, 0] }))).toBe(true)
})

test('a piece chosen for a day is gone when nothing of it may be promised any more, and not when it is back early', () => {
  const later = { kind: 'preorder', shipsBy: '2027-03-03', sizes: ['M'] } as const
  const item = { inSizes: [], later }
  expect(canBeHad(item, variants({ S: [0, 0], M: [0, 2] }))).toBe(true)
  expect(canBeHad(item, variants({ S: [5, 5], M: [0, 0] }))).toBe(false)
  expect(canBeHad(item, variants({ S: [0, 0], M: [1, 0] }))).toBe(true)
  const anySize = { later: { kind: 'backorder', shipsBy: '2027-03-03' } } as const
  expect(canBeHad(anySize, variants({ S: [0, 1], M: [0, 0] }))).toBe(true)
  expect(canBeHad(anySize, variants({ S: [0, 0], M: [0, 0] }))).toBe(false)
})
