import { expect, test } from 'vitest'
import { hoursOf, readSafetyRule } from './read-safety-rule'

test('whole units and hours with tenths make a rule; without hours reports are always believed', () => {
  expect(readSafetyRule({ units: '2', hours: '' })).toEqual({ ok: true, rule: { units: 2 } })
  expect(readSafetyRule({ units: '0', hours: '1.5' })).toEqual({ ok: true, rule: { units: 0, staleAfterMinutes: 90 } })
})

test.each(['', '-1', '1.5', '1e3', '1001'])('%j units are no rule', (units) => {
  expect(readSafetyRule({ units, hours: '' })).toEqual({ ok: false, field: 'units' })
})

test.each(['0', '-2', '8761', 'week'])('%j hours are no rule', (hours) => {
  expect(readSafetyRule({ units: '1', hours })).toEqual({ ok: false, field: 'hours' })
})

test('a rule is shown in hours', () => {
  expect([hoursOf({ staleAfterMinutes: 10_080 }), hoursOf({ staleAfterMinutes: 90 }), hoursOf({})]).toEqual([
    '168',
    '1.5',
    '',
  ])
})
