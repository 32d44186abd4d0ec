import { DEFAULT_HOLD_POLICY } from '@selvedge/core'
import { expect, test } from 'vitest'
import { holdFields, readHoldPolicy } from './read-hold-policy'

const fields = holdFields(DEFAULT_HOLD_POLICY)

test('what is written in the fields is the policy they were made of', () => {
  const limited = { ...DEFAULT_HOLD_POLICY, perCustomer: { units: 4, windowMs: 86_400_000 * 7 }, ttlMs: 90_000 }
  expect(readHoldPolicy(fields)).toEqual({ policy: DEFAULT_HOLD_POLICY })
  expect(readHoldPolicy(holdFields(limited))).toEqual({ policy: limited })
})

test('without a number of units a customer has no limit', () => {
  const limited = readHoldPolicy({ ...fields, customerUnits: '2', customerDays: '1' })
  expect(limited).toMatchObject({ policy: { perCustomer: { units: 2, windowMs: 86_400_000 } } })
  expect(readHoldPolicy({ ...fields, customerUnits: ' ' })).toEqual({ policy: DEFAULT_HOLD_POLICY })
})

test.each([
  ['ttlMs', ''],
  ['ttlMs', '0'],
  ['maxUnitsPerSku', '1.5'],
  ['maxLines', '-1'],
  ['customerUnits', 'two'],
  ['holderSharePerMille', '101'],
] as const)('%s of %j is told at its field', (field, text) => {
  expect(readHoldPolicy({ ...fields, [field]: text })).toEqual({ wrong: new Set([field]) })
})
