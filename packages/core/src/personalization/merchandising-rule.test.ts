import { expect, test } from 'vitest'
import { isInForce, type RuleDraft, ruleStanding } from './merchandising-rule'

const NOW_MS = Date.UTC(2026, 10, 26, 12)
const hours = (count: number): Date => new Date(NOW_MS + count * 3_600_000)
const RULE: RuleDraft = { name: 'Nothing of it', placements: [], effect: { kind: 'exclude' }, active: true }

test('a rule is to come until it begins, in force until it ends, and over from then on, switched off or not', () => {
  const standing = (rule: Partial<RuleDraft>) => ruleStanding({ ...RULE, ...rule }, NOW_MS)
  expect(standing({})).toBe('in-force')
  expect(standing({ startsAt: hours(1) })).toBe('to-come')
  expect(standing({ startsAt: hours(-1), endsAt: hours(1) })).toBe('in-force')
  expect(standing({ endsAt: hours(0) })).toBe('over')
  expect(standing({ active: false })).toBe('off')
  expect(standing({ active: false, endsAt: hours(-1) })).toBe('over')
})

test('what is said to be in force is what the engine obeys', () => {
  for (const startsAt of [undefined, hours(-1), hours(0), hours(1)])
    for (const endsAt of [undefined, hours(-1), hours(0), hours(1)])
      for (const active of [true, false]) {
        const rule = { ...RULE, active, ...(startsAt ? { startsAt } : {}), ...(endsAt ? { endsAt } : {}) }
        expect(ruleStanding(rule, NOW_MS) === 'in-force').toBe(isInForce(rule, undefined, NOW_MS))
      }
})
