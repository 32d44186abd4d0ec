import { expect, test } from 'vitest'
import { readLines } from './line-text'

test('lines pasted from a sheet are read, whatever stands between the columns', () => {
  expect(readLines('A-1\t5\nB-2, 3, presale\n\nC-3;1').lines).toEqual([
    { sku: 'A-1', units: 5, presale: false },
    { sku: 'B-2', units: 3, presale: true },
    { sku: 'C-3', units: 1, presale: false },
  ])
})

test('a line without a number of pieces is named', () => {
  expect(readLines('A-1 5\nB-2 many').problem).toMatch(/^Line 2/)
  expect(readLines('A-1 0').problem).toMatch(/^Line 1/)
  expect(readLines(' \n').problem).toBe('At least one line')
})
