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
      { location: 'AMS', units: [2, 4, 8] },
      { location: 'BER', units: [0, 0, 6] },
    ],
    overall: [2, 4, 14],
  })
})

test('a shipment that is late can leave today at the earliest, and a SKU without any has today alone', () => {
  expect(promisableOf([place('AMS', 1, [line(1, '2027-02-20', 5)])], '2027-03-01')).toMatchObject({
    days: ['2027-03-01'],
    overall: [6],
  })
  expect(promisableOf([], '2027-03-01')).toEqual({ days: ['2027-03-01'], places: [], overall: [0] })
})
