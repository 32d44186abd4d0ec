import { expect, test } from 'vitest'
import { promisableOf } from './promisable'

const line = (shipmentLineId: number, shipsOn: string, outstanding: number) => ({
  shipmentLineId,
  shipsOn,
  outstanding,
})
const place = (location: string, available: number, lines: ReturnType<typeof line>[], waiting = 0) => ({
  location,
  available,
  supply: { stockUnits: 0, backorderUnits: 0, lines },
  queue: waiting === 0 ? [] : [{ key: 'a', units: waiting, backorderShipsOn: '2027-05-01' }],
})

test('what may be promised grows with what arrives, less what was promised on it, by place and over all', () => {
  const places = [
    place('AMS', 2, [line(1, '2027-03-10', 5), line(2, '2027-03-20', 4)], 3),
    place('BER', 0, [line(3, '2027-03-20', 6)]),
  ]
  expect(promisableOf(places, '2027-03-01')).toEqual({
    days: ['2027-03-01', '2027-03-10', '2027-03-20'],
    places: [
      { location: 'AMS', units: [2, 4, 8], late: 0 },
      { location: 'BER', units: [0, 0, 6], late: 0 },
    ],
    overall: [2, 4, 14],
    late: 0,
  })
})

test('what is overdue may be promised for no day, and is told beside them with the day it was to leave', () => {
  const overdue = { ...line(1, '2027-02-20', 5), isOverdue: true }
  const places = [place('AMS', 1, [overdue, line(2, '2027-03-10', 4)], 2), place('BER', 0, [])]
  expect(promisableOf(places, '2027-03-01')).toEqual({
    days: ['2027-03-01', '2027-03-10'],
    places: [
      { location: 'AMS', units: [1, 3], late: 5 },
      { location: 'BER', units: [0, 0], late: 0 },
    ],
    overall: [1, 3],
    late: 5,
    lateSince: '2027-02-20',
  })
})

test('a SKU of which nothing is on its way has today alone', () => {
  expect(promisableOf([], '2027-03-01')).toEqual({ days: ['2027-03-01'], places: [], overall: [0], late: 0 })
})
