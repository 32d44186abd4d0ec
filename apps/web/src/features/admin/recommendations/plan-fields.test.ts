import { placementPlanSchema } from '@selvedge/core'
import { expect, test } from 'vitest'
import { numberIn, PLAN_FIELDS, PLAN_NUMBERS, QUOTA_FIELD, slotsIn, slotsText } from './plan-fields'

test('a field takes what a plan takes, up to its bounds and no further', () => {
  const plan = { quotas: {}, lambda: 1, exploreAt: [], brandMax: 1, categoryMax: 1, blend: 1 }
  const takes = (change: object): boolean => placementPlanSchema.safeParse({ ...plan, ...change }).success
  for (const name of PLAN_NUMBERS) {
    const { min, max } = PLAN_FIELDS[name]
    expect([min - 1, min, max, max + 1].map((value) => takes({ [name]: value }))).toEqual([false, true, true, false])
  }
  const { min, max } = QUOTA_FIELD
  const ofQuota = (value: number): boolean => takes({ quotas: { popular: value } })
  expect([min - 1, min, max, max + 1].map(ofQuota)).toEqual([false, true, true, false])
})

test('what is written is read as it was meant; what is no number is nothing', () => {
  expect([numberIn('0.75'), numberIn(''), numberIn('-')]).toEqual([0.75, 0, 0])
  expect(slotsIn('7, 16')).toEqual([6, 15])
  expect(slotsIn('0, x, 3, 4, 5')).toEqual([2, 3])
  expect(slotsIn(slotsText([6, 15]))).toEqual([6, 15])
})
