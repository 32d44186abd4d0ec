import { expect, test } from 'vitest'
import { isSameUnit, soonestUnit } from './soonest-unit'

test('the first day counts, and of one day what is sold ahead of its arrival; what has no day is not promised', () => {
  const [may, march] = ['2027-05-01', '2027-03-03']
  expect(soonestUnit([])).toBeUndefined()
  expect(soonestUnit([undefined, { kind: 'preorder' }])).toBeUndefined()
  expect(
    soonestUnit([
      { kind: 'preorder', shipsBy: may },
      { kind: 'backorder', shipsBy: march },
      { kind: 'preorder', shipsBy: march },
    ]),
  ).toEqual({ kind: 'preorder', shipsBy: march })
})

test('two say the same when kind and day are', () => {
  expect(isSameUnit(undefined, undefined)).toBe(true)
  expect(isSameUnit({ kind: 'preorder' }, undefined)).toBe(false)
  expect(isSameUnit({ kind: 'preorder', shipsBy: '2027-03-03' }, { kind: 'preorder', shipsBy: '2027-03-03' })).toBe(
    true,
  )
  expect(isSameUnit({ kind: 'preorder', shipsBy: '2027-03-03' }, { kind: 'preorder' })).toBe(false)
})
