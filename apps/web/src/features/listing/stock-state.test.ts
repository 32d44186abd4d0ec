import { expect, test } from 'vitest'
import { cardStockState, laterState } from './stock-state'

test('a card says by when a piece can be had that was chosen for a day, until one of its sizes is there or none is to come', () => {
  const later = { kind: 'preorder', shipsBy: '2027-03-03', sizes: ['M'] } as const
  const here = (size: string, available: number, future = 2) => [
    { size: 'M', available: 0, future },
    { size, available },
  ]
  const said = { kind: 'preorder', shipsBy: '3 Mar' }
  expect(laterState(later, undefined)).toEqual(said)
  expect(laterState(later, here('S', 4))).toEqual(said)
  expect(laterState(later, here('M', 0))).toEqual(said)
  expect(laterState(later, here('S', 4, 0))).toBeUndefined()
  expect(laterState(later, here('M', 1))).toBeUndefined()
  expect(laterState({ kind: 'backorder', shipsBy: '2027-03-03' }, here('S', 1))).toBeUndefined()
})

test('of what nothing is there, and nothing is promised, a card says that it is sold out', () => {
  expect(cardStockState({ available: 0, buyableSizes: 0, totalSizes: 3 })).toEqual({ kind: 'sold-out' })
  expect(cardStockState({ available: 2, buyableSizes: 1, totalSizes: 3 })).toEqual({ kind: 'few', left: 2 })
  expect(cardStockState({ available: 9, buyableSizes: 3, totalSizes: 3 })).toBeUndefined()
})
