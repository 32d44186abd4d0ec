import { expect, test } from 'vitest'
import type { Candidate } from './candidate'
import { fewestPlaces } from './fewest-places'
import type { Place } from './place'
import type { AllocationPolicy } from './policy'

const place = (locationId: number, kind: Place['kind'] = 'warehouse'): Place => ({
  locationId,
  code: `L${locationId}`,
  name: `L${locationId}`,
  kind,
  country: locationId === 3 ? 'DE' : 'NL',
  priority: locationId,
  leadDays: 1,
})
const at = (locationId: number, available: number, kind?: Place['kind']): Candidate => ({
  recordId: locationId,
  locationId,
  available,
  place: place(locationId, kind),
})
const line = (units: number, ...candidates: Candidate[]) => ({ units, candidates })
const by = (rules: AllocationPolicy['rules'], split = true): AllocationPolicy => ({ rules, split })

test('the one place that has all lines sends them, wherever the first line would have gone alone', () => {
  const lines = [line(1, at(1, 5), at(2, 5)), line(1, at(2, 1), at(3, 5))]
  expect([...fewestPlaces({ policy: by(['fewest-parcels', 'priority']), lines })]).toEqual([2])
})

test('where none has all, the fewest places together do, and rules of less weight choose between equals', () => {
  const lines = [line(1, at(1, 5), at(2, 5), at(3, 5)), line(1, at(4, 1))]
  expect([...fewestPlaces({ policy: by(['fewest-parcels', 'priority']), lines })]).toEqual([1, 4])
  const nearest = { policy: by(['fewest-parcels', 'nearest']), lines, destination: { country: 'DE' } }
  expect([...fewestPlaces(nearest)].sort()).toEqual([3, 4])
})

test('a rule of more weight is not overruled for the sake of a parcel', () => {
  const lines = [line(1, at(1, 5, 'shop'), at(2, 5)), line(1, at(1, 5, 'shop'), at(2, 5), at(3, 5))]
  expect([...fewestPlaces({ policy: by(['keep-shop-stock', 'fewest-parcels']), lines })]).toEqual([2])
})

test('a line may be put together from places only where the policy splits', () => {
  const lines = [line(3, at(1, 2), at(2, 1)), line(1, at(1, 1))]
  expect([...fewestPlaces({ policy: by(['fewest-parcels']), lines })]).toEqual([1, 2])
  expect(fewestPlaces({ policy: by(['fewest-parcels'], false), lines }).size).toBe(0)
})

test('one line, or a policy that does not count parcels, begins from nothing', () => {
  expect(fewestPlaces({ policy: by(['fewest-parcels']), lines: [line(1, at(1, 1))] }).size).toBe(0)
  expect(fewestPlaces({ policy: by(['priority']), lines: [line(1, at(1, 1)), line(1, at(1, 1))] }).size).toBe(0)
})
