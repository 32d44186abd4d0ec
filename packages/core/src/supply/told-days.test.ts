import { expect, test } from 'vitest'
import { type Binding, shipByOf } from './bind-promises'
import { withStandingDays } from './told-days'

const [yesterday, today, tomorrow] = ['2027-03-09', '2027-03-10', '2027-03-11']
const from = (shipmentLineId: number, shipsOn?: string): Binding => ({
  source: 'shipment',
  shipmentLineId,
  units: 1,
  ...(shipsOn === undefined ? {} : { shipsOn }),
})

test('a promise made on a shipment that is overdue names no day', () => {
  const bindings = withStandingDays([from(1), from(2, tomorrow)], [], today)
  expect(bindings).toEqual([from(1), from(2, tomorrow)])
  expect(shipByOf(bindings)).toBeUndefined()
})

test('who was told a day before the shipment was overdue keeps it until it has passed, and then has none', () => {
  expect(withStandingDays([from(1)], [from(1, tomorrow)], today)).toEqual([from(1, tomorrow)])
  expect(withStandingDays([from(1)], [from(1, today)], today)).toEqual([from(1, today)])
  expect(withStandingDays([from(1)], [from(1, yesterday)], today)).toEqual([from(1)])
})

test('a day that was told of one shipment does not stand for another', () => {
  expect(withStandingDays([from(2)], [from(1, tomorrow)], today)).toEqual([from(2)])
})

test('a new day of the shipment is the new day, whatever was told before', () => {
  expect(withStandingDays([from(1, tomorrow)], [from(1, yesterday)], today)).toEqual([from(1, tomorrow)])
})

test('replenishment that did not come by its day has none either; what is here or unbound never had one', () => {
  const rest: Binding[] = [
    { source: 'stock', units: 1 },
    { source: 'none', units: 1 },
  ]
  expect(withStandingDays([{ source: 'backorder', units: 2, shipsOn: yesterday }, ...rest], [], today)).toEqual([
    { source: 'backorder', units: 2 },
    ...rest,
  ])
})
