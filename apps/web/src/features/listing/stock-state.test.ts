import type { UnitToCome } from '@selvedge/core'
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

test('where nothing is there a card says by when it can be had, whoever it was chosen for', () => {
  const stock = { available: 0, buyableSizes: 0, totalSizes: 3 }
  expect(cardStockState({ ...stock, later: { kind: 'backorder', shipsBy: '2027-03-03' } })).toEqual({
    kind: 'backorder',
    shipsBy: '3 Mar',
  })
})

test('what can be ordered is not called sold out where no day is known', () => {
  expect(cardStockState({ available: 0, buyableSizes: 0, totalSizes: 3, isComing: true })).toEqual({ kind: 'coming' })
})

test('the day on an open card is that of now', () => {
  const later = { kind: 'preorder', shipsBy: '2027-03-03', sizes: ['M', 'L'] } as const
  const ahead = (size: string, next?: UnitToCome) => ({ size, available: 0, future: 2, next })
  const said = (...heard: ReturnType<typeof ahead>[]) => laterState(later, heard)
  expect(said(ahead('M'), ahead('L'))).toEqual({ kind: 'preorder', shipsBy: '3 Mar' })
  expect(said(ahead('M', { kind: 'preorder', shipsBy: '2027-03-20' }), ahead('L'))).toEqual({
    kind: 'preorder',
    shipsBy: '20 Mar',
  })
  expect(
    said(
      ahead('M', { kind: 'preorder', shipsBy: '2027-03-20' }),
      ahead('L', { kind: 'backorder', shipsBy: '2027-03-09' }),
      ahead('S', { kind: 'preorder', shipsBy: '2027-01-01' }),
    ),
  ).toEqual({ kind: 'backorder', shipsBy: '9 Mar' })
  expect(said(ahead('M', { kind: 'preorder' }), ahead('L', { kind: 'preorder' }))).toBeUndefined()
})
