import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocateLine } from './allocate-line'
import type { Candidate } from './candidate'
import { explainPlan } from './explain-plan'
import { LOCATION_KINDS, type Place } from './place'
import { ALLOCATION_RULES, type AllocationPolicy } from './policy'

const candidates: fc.Arbitrary<Candidate[]> = fc
  .array(
    fc.record({
      available: fc.integer({ min: 0, max: 12 }),
      kind: fc.constantFrom(...LOCATION_KINDS),
      priority: fc.integer({ min: 1, max: 5 }),
      country: fc.constantFrom('NL', 'DE', 'DK', 'XX'),
      receivedAtMs: fc.option(fc.integer({ min: 0, max: 2_000_000_000_000 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ available, receivedAtMs, ...place }, index) => ({
      recordId: index + 1,
      locationId: index + 1,
      available,
      place: { locationId: index + 1, code: `L${index}`, name: `Place ${index}`, leadDays: 1, ...place } as Place,
      ...(receivedAtMs === undefined ? {} : { receivedAtMs }),
    })),
  )
const policies: fc.Arbitrary<AllocationPolicy> = fc.record({
  rules: fc.shuffledSubarray([...ALLOCATION_RULES], { minLength: 1 }),
  split: fc.boolean(),
})
const units = fc.integer({ min: 1, max: 20 })
const demandOf = (wanted: number) => ({ units: wanted, sending: new Set<number>(), destination: { country: 'NL' } })

test('a line gets exactly what it asked for or nothing, and nobody gives what it does not have', () => {
  fc.assert(
    fc.property(policies, candidates, units, (policy, from, wanted) => {
      const { takes, reachable } = allocateLine(policy, from, demandOf(wanted))
      const total = takes.reduce((sum, take) => sum + take.units, 0)
      expect(total).toBe(reachable >= wanted ? wanted : 0)
      expect(new Set(takes.map((take) => take.recordId)).size).toBe(takes.length)
      for (const take of takes) {
        expect(take.units).toBeGreaterThan(0)
        expect(take.units).toBeLessThanOrEqual(from.find((one) => one.recordId === take.recordId)?.available ?? 0)
      }
      if (!policy.split) expect(takes.length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 500 },
  )
})

test('the order in which candidates come changes nothing', () => {
  fc.assert(
    fc.property(policies, candidates, units, fc.integer(), (policy, from, wanted, turn) => {
      const cut = Math.abs(turn) % from.length
      const turned = [...from.slice(cut), ...from.slice(0, cut)].reverse()
      expect(allocateLine(policy, turned, demandOf(wanted))).toEqual(allocateLine(policy, from, demandOf(wanted)))
    }),
  )
})

test('fewest parcels really is the fewest that any choice of places could do with', () => {
  fc.assert(
    fc.property(candidates, units, (from, wanted) => {
      const { takes, reachable } = allocateLine({ rules: ['fewest-parcels'], split: true }, from, demandOf(wanted))
      if (reachable < wanted) return
      let fewest = Number.POSITIVE_INFINITY
      for (let subset = 1; subset < 2 ** from.length; subset++) {
        const chosen = from.filter((_, index) => subset & (1 << index))
        const sum = chosen.reduce((total, one) => total + one.available, 0)
        if (sum >= wanted) fewest = Math.min(fewest, chosen.length)
      }
      expect(takes).toHaveLength(fewest)
    }),
  )
})

test('every candidate is told of, with what it gave or what excluded it', () => {
  fc.assert(
    fc.property(policies, candidates, units, (policy, from, wanted) => {
      const plan = allocateLine(policy, from, demandOf(wanted))
      expect(plan.considered).toHaveLength(from.length)
      for (const one of plan.considered) expect(one.taken > 0).toBe(one.excluded === undefined)
      const places = new Map(from.map((one) => [one.locationId, { code: `L${one.locationId}` }]))
      expect(explainPlan(policy, plan, places).length).toBeLessThanOrEqual(280)
    }),
  )
})
