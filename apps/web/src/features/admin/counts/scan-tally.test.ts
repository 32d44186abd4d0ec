import { expect, test } from 'vitest'
import { codeOf, type Tally, UNITS_MAX, withoutSent, withScan, withUnits } from './scan-tally'

const scanned = (...codes: string[]): Tally => codes.map(codeOf).reduce(withScan, new Map())

test('each scan counts one piece, whatever case the scanner writes', () => {
  expect([...scanned('shirt-m', ' SHIRT-M ', 'Shirt-M')]).toEqual([['SHIRT-M', 3]])
})

test('pieces of one SKU are never counted under another, also where they lie mixed', () => {
  expect([...scanned('A', 'A', 'B', 'A')]).toEqual([
    ['A', 3],
    ['B', 1],
  ])
})

test('what was sent is gone, what was scanned meanwhile stays', () => {
  const sent = scanned('A', 'A', 'B')
  expect([...withoutSent(sent, 'A', 2)]).toEqual([['B', 1]])
  expect([...withoutSent(withScan(sent, 'A'), 'A', 2)]).toEqual([
    ['A', 3],
    ['B', 1],
  ])
})

test('a number by hand has its bounds', () => {
  expect(withUnits(new Map(), 'A', -1).get('A')).toBe(0)
  expect(withUnits(new Map(), 'A', UNITS_MAX + 5).get('A')).toBe(UNITS_MAX)
})
