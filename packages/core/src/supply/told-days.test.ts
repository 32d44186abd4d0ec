import { expect, test } from 'vitest'
import { type Binding, shipByOf } from './bind-promises'
import { type Told, withStandingDays } from './told-days'

const [yesterday, today, tomorrow] = ['2027-03-09', '2027-03-10', '2027-03-11']
const from = (shipmentLineId: number, shipsOn?: string): Binding => ({
  source: 'shipment',
  shipmentLineId,
  units: 1,
  ...(shipsOn === undefined ? {} : { shipsOn }),
})

const toldOf = (...bindings: readonly Binding[]): Told => ({ bindings })

test('a promise made on a shipment that is overdue names no day', () => {
  const bindings = withStandingDays([from(1), from(2, tomorrow)], toldOf(), today)
  expect(bindings).toEqual([from(1), from(2, tomorrow)])
  expect(shipByOf(bindings)).toBeUndefined()
})

test('who was told a day before the shipment was overdue keeps it until it has passed, and then has none', () => {
  expect(withStandingDays([from(1)], toldOf(from(1, tomorrow)), today)).toEqual([from(1, tomorrow)])
  expect(withStandingDays([from(1)], toldOf(from(1, today)), today)).toEqual([from(1, today)])
  expect(withStandingDays([from(1)], toldOf(from(1, yesterday)), today)).toEqual([from(1)])
})

test('a day that passes at one of the places of a line stands while the line as a whole leaves later, and no longer', () => {
  const told = { bindings: [from(1, yesterday)] }
  const besides = (...elsewhere: readonly (string | undefined)[]) =>
    withStandingDays([from(1)], { ...told, elsewhere }, today)
  expect(besides(tomorrow)).toEqual([from(1, yesterday)])
  expect(besides(yesterday, today)).toEqual([from(1, yesterday)])
  expect(besides(yesterday)).toEqual([from(1)])
  expect(besides(tomorrow, undefined)).toEqual([from(1)])
})

test('a day that has passed stands beside another of the same promise that is ahead', () => {
  const told = toldOf(from(1, yesterday), from(2, tomorrow))
  expect(withStandingDays([from(2, tomorrow), from(1)], told, today)).toEqual([from(2, tomorrow), from(1, yesterday)])
})

test('a day that has passed does not stand by a day that falls away in the same binding', () => {
  const told = toldOf(from(2, tomorrow), from(1, yesterday))
  expect(withStandingDays([{ ...from(1), units: 2 }], told, today)).toEqual([{ ...from(1), units: 2 }])
  // With more of the line elsewhere that is ahead it does.
  expect(withStandingDays([from(1)], { ...told, elsewhere: [tomorrow] }, today)).toEqual([from(1, yesterday)])
})

test('a day in the past that nobody was told is never named, however far ahead the rest of the line is', () => {
  const replenished: Binding = { source: 'backorder', units: 1, shipsOn: yesterday }
  const told = { ...toldOf(from(1, tomorrow)), elsewhere: [tomorrow] }
  expect(withStandingDays([replenished], toldOf(from(1, tomorrow)), today)).toEqual([{ source: 'backorder', units: 1 }])
  expect(withStandingDays([replenished], told, today)).toEqual([{ source: 'backorder', units: 1 }])
  // Told before and one of several, it stands as any other does.
  expect(withStandingDays([replenished], { ...toldOf(replenished), elsewhere: [tomorrow] }, today)).toEqual([
    replenished,
  ])
})

test('who was told that there is no day is not told one that has passed', () => {
  const told = { bindings: [from(1, yesterday), { source: 'none', units: 1 } as const], elsewhere: [tomorrow] }
  expect(withStandingDays([from(1)], told, today)).toEqual([from(1)])
})

test('a day that was told of one shipment does not stand for another', () => {
  expect(withStandingDays([from(2)], toldOf(from(1, tomorrow)), today)).toEqual([from(2)])
})

test('a new day of the shipment is the new day, whatever was told before', () => {
  expect(withStandingDays([from(1, tomorrow)], toldOf(from(1, yesterday)), today)).toEqual([from(1, tomorrow)])
})

test('replenishment that did not come by its day has none either; what is here or unbound never had one', () => {
  const rest: Binding[] = [
    { source: 'stock', units: 1 },
    { source: 'none', units: 1 },
  ]
  const replenished: Binding = { source: 'backorder', units: 2, shipsOn: yesterday }
  expect(withStandingDays([replenished, ...rest], toldOf(), today)).toEqual([
    { source: 'backorder', units: 2 },
    ...rest,
  ])
})
