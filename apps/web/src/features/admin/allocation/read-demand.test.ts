import { expect, test } from 'vitest'
import { readDemand } from './read-demand'

test('lines are read as they are typed or pasted from a sheet', () => {
  expect(readDemand('ABC-1\n  DEF-2 3 \nGHI-3\t2\nJKL-4; 5\n\n')).toEqual([
    { sku: 'ABC-1', units: 1 },
    { sku: 'DEF-2', units: 3 },
    { sku: 'GHI-3', units: 2 },
    { sku: 'JKL-4', units: 5 },
  ])
})

test('what does not read is refused whole', () => {
  for (const typed of ['', 'ABC 0', 'ABC 1001', 'ABC two pieces', Array.from({ length: 21 }, () => 'A').join('\n')])
    expect(readDemand(typed)).toBeUndefined()
})
