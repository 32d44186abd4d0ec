import { expect, test } from 'vitest'
import { followLater, isStillPromised } from './follow-later'
import { laterDaysOf } from './placement-plan'

test('a promise stands while a unit to come is free in one of its sizes', () => {
  const later = { kind: 'preorder', shipsBy: '2027-03-03', sizes: ['M', 'L'] } as const
  const free = (size: string, future?: number) => [{ size, ...(future === undefined ? {} : { future }) }]
  const all = [free('M', 1), free('L', 3), free('M', 0), free('S', 4), free('M')]
  expect(all.map((one) => isStillPromised(later, one))).toEqual([true, true, false, false, false])
  expect(isStillPromised({ kind: 'backorder', shipsBy: '2027-03-03' }, free('S', 1))).toBe(true)
})

test('the day follows the queue: the soonest of its sizes that is known, and none once nobody names one', () => {
  const later = { kind: 'preorder', shipsBy: '2027-03-03', sizes: ['M', 'L'] } as const
  const ahead = (size: string, shipsBy?: string) => ({ size, future: 1, next: { kind: 'backorder', shipsBy } as const })
  expect(followLater(later, [ahead('M', '2027-04-02'), ahead('L', '2027-04-01'), ahead('S', '2027-01-01')])).toEqual({
    kind: 'backorder',
    shipsBy: '2027-04-01',
    sizes: ['M', 'L'],
  })
  expect(followLater(later, [ahead('M'), { size: 'L', future: 1 }])).toBe(later)
  expect(followLater(later, [ahead('M'), ahead('L')])).toBeUndefined()
  expect(isStillPromised(later, [ahead('M')])).toBe(false)
})

test('how far ahead a placement looks is its own where its plan says nothing', () => {
  expect([laterDaysOf('for-you', {}), laterDaysOf('bag', {})]).toEqual([120, 0])
  expect(laterDaysOf('bag', { laterDays: 30 })).toBe(30)
  expect(laterDaysOf('for-you', { laterDays: 0 })).toBe(0)
})
