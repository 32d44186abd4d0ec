import { expect, test } from 'vitest'
import type { Binding } from './bind-promises'
import { notInThePast } from './not-in-the-past'

const [yesterday, today, tomorrow] = ['2027-03-09', '2027-03-10', '2027-03-11']
const from = (shipmentLineId: number, shipsOn: string): Binding => ({
  source: 'shipment',
  shipmentLineId,
  units: 1,
  shipsOn,
})

test('a promise made on a shipment that is late names today, never a day that has passed', () => {
  expect(notInThePast([from(1, yesterday), from(2, tomorrow)], [], today)).toEqual([from(1, today), from(2, tomorrow)])
})

test('a promise that is overdue keeps the day it was told, however often it is bound again', () => {
  expect(notInThePast([from(1, yesterday)], [from(1, yesterday)], today)).toEqual([from(1, yesterday)])
  // Made today on a late shipment, looked at tomorrow.
  expect(notInThePast([from(1, yesterday)], [from(1, today)], tomorrow)).toEqual([from(1, today)])
})

test('bound to another shipment that is late as well, it is promised for today', () => {
  expect(notInThePast([from(2, yesterday)], [from(1, yesterday)], today)).toEqual([from(2, today)])
})
