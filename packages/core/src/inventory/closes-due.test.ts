import { describe, expect, test } from 'vitest'
import { closesDue, type DayOfPlace, dayOf, endOfDay } from './closes-due'

const daily = (locationId: number, days: readonly number[], entries: number): DayOfPlace[] =>
  days.map((day) => ({ locationId, day, entries }))
const NEW = { locationId: 1, records: 100, closedDay: undefined }
const KEPT = { locationId: 1, records: 100, closedDay: 9 }

describe('a place is closed', () => {
  test('at the end of the first day with any entry, so that its past always has a beginning', () => {
    expect(closesDue([NEW], daily(1, [10, 11], 1))).toEqual([{ locationId: 1, day: 10 }])
  })

  test('not before anything was recorded there, however busy the other places are', () => {
    expect(closesDue([NEW], daily(2, [10], 1_000_000))).toEqual([])
  })

  test('when it has recorded an entry a record since, again and again', () => {
    expect(closesDue([KEPT], daily(1, [10, 11, 12, 13, 14], 50))).toEqual([
      { locationId: 1, day: 11 },
      { locationId: 1, day: 13 },
    ])
  })

  test('when the shop recorded more than a question should read, quiet though the place was', () => {
    const counts = [...daily(1, [10], 1), ...daily(2, [10, 11, 12], 40_000)]
    expect(closesDue([KEPT], counts)).toEqual([{ locationId: 1, day: 12 }])
  })

  test('never twice for a day: what was recorded up to the last one is in it', () => {
    expect(closesDue([KEPT], daily(1, [8, 9], 500))).toEqual([])
  })

  test('in the order of days, places within a day in order of their ids', () => {
    const counts = [...daily(2, [10], 200), ...daily(1, [10, 11], 200)]
    const due = closesDue([{ locationId: 2, records: 100, closedDay: 9 }, KEPT], counts)
    expect(due.map(({ locationId, day }) => [day, locationId])).toEqual([
      [10, 1],
      [10, 2],
      [11, 1],
    ])
  })
})

test('a day ends with its last millisecond, by UTC', () => {
  const end = new Date('2026-03-29T23:59:59.999Z')
  expect(endOfDay(dayOf(new Date('2026-03-29T00:00:00Z')))).toEqual(end)
  expect(dayOf(end) + 1).toBe(dayOf(new Date(end.getTime() + 1)))
})
