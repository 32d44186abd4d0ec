import { expect, test } from 'vitest'
import { readAllowance } from './read-allowance'

test('an allowance is whole pieces and whole days; nothing allows none', () => {
  expect(readAllowance({ units: ' 12', leadDays: '21' })).toEqual({ units: 12, leadDays: 21 })
  expect(readAllowance({ units: '0', leadDays: '0' })).toEqual({ units: 0, leadDays: 0 })
})

test.each(['', '-1', '1.5', '1e3', '100001', 'many'])('%j pieces are refused at their field', (units) => {
  expect(readAllowance({ units, leadDays: '731' }).errors).toEqual({
    units: expect.any(String),
    leadDays: expect.any(String),
  })
})
