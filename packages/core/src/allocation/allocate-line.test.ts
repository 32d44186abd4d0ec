import { expect, test } from 'vitest'
import { allocateLine } from './allocate-line'
import type { Candidate } from './candidate'
import { explainPlan } from './explain-plan'
import type { Place } from './place'
import type { AllocationPolicy } from './policy'

const PLACES = {
  rotterdam: place(1, 'RTM', 'warehouse', 10, 51.9, 4.5),
  leipzig: place(2, 'LEJ', 'warehouse', 20, 51.3, 12.4),
  copenhagen: place(4, 'CPH', 'shop', 40, 55.7, 12.6),
}
function place(
  locationId: number,
  code: string,
  kind: Place['kind'],
  priority: number,
  latitude: number,
  longitude: number,
): Place {
  return { locationId, code, name: code, kind, country: 'NL', priority, leadDays: 1, latitude, longitude }
}
const at = (where: Place, available: number, extra: Partial<Candidate> = {}): Candidate => ({
  recordId: where.locationId * 10,
  locationId: where.locationId,
  available,
  place: where,
  ...extra,
})
const choose = (policy: AllocationPolicy, from: readonly Candidate[], units: number, country?: string) =>
  allocateLine(policy, from, { units, sending: new Set(), ...(country ? { destination: { country } } : {}) }).takes.map(
    ({ locationId, units: taken }) => [locationId, taken],
  )
const { rotterdam, leipzig, copenhagen } = PLACES

test('5 from [3, 10] in order of priority is 3 + 2, never 8', () => {
  const from = [at(rotterdam, 3), at(leipzig, 10)]
  expect(choose({ rules: ['priority'], split: true }, from, 5)).toEqual([
    [1, 3],
    [2, 2],
  ])
  expect(choose({ rules: ['priority'], split: false }, from, 5)).toEqual([[2, 5]])
  expect(choose({ rules: ['priority'], split: false }, from, 11)).toEqual([])
})

test('the nearest warehouse sends: Leipzig to Austria, the Copenhagen shop to Denmark', () => {
  const from = [at(rotterdam, 5), at(leipzig, 5), at(copenhagen, 5)]
  expect(choose({ rules: ['nearest'], split: true }, from, 2, 'AT')).toEqual([[2, 2]])
  expect(choose({ rules: ['nearest'], split: true }, from, 2, 'DK')).toEqual([[4, 2]])
  // A bag has no address yet: the next rule decides.
  expect(choose({ rules: ['nearest', 'priority'], split: true }, from, 2)).toEqual([[1, 2]])
})

test('shops keep what they have while a warehouse can send, however near they are', () => {
  const from = [at(copenhagen, 5), at(rotterdam, 1)]
  const policy: AllocationPolicy = { rules: ['keep-shop-stock', 'nearest'], split: true }
  expect(choose(policy, from, 1, 'DK')).toEqual([[1, 1]])
  expect(choose(policy, from, 3, 'DK')).toEqual([
    [1, 1],
    [4, 2],
  ])
})

test('what has lain longest goes first', () => {
  const from = [at(rotterdam, 5, { receivedAtMs: 90 * 86_400_000 }), at(leipzig, 5, { receivedAtMs: 10 * 86_400_000 })]
  expect(choose({ rules: ['drain-oldest'], split: true }, from, 2)).toEqual([[2, 2]])
})

test('a second line joins the parcel of the first', () => {
  const demand = { units: 1, sending: new Set([2]) }
  const plan = allocateLine(
    { rules: ['fewest-parcels', 'priority'], split: true },
    [at(rotterdam, 5), at(leipzig, 5)],
    demand,
  )
  expect(plan.takes).toEqual([{ recordId: 20, locationId: 2, units: 1 }])
})

test('the ledger says why: who gave what, how far, what was kept, who was not needed', () => {
  const policy: AllocationPolicy = { rules: ['nearest', 'priority'], split: true }
  const from = [at(rotterdam, 3, { kept: 2 }), at(leipzig, 10), at(copenhagen, 0, { kept: 2 })]
  const plan = allocateLine(policy, from, { units: 4, sending: new Set(), destination: { country: 'NL' } })
  const places = new Map(Object.values(PLACES).map((one) => [one.locationId, one]))
  expect(explainPlan(policy, plan, places)).toBe(
    'By nearest, priority: RTM 3 of 3 (47 km, rank 10, keeps 2); LEJ 1 of 10 (511 km, rank 20); CPH 0 of 0 (633 km, rank 40, keeps 2, nothing to sell)',
  )
})
