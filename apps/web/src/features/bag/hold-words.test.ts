import { expect, test } from 'vitest'
import { holdWords } from './hold-words'

test('a hold is said to last as long as policy says, and never longer', () => {
  expect([600_000, 60_000, 720_000, 1_800_000].map(holdWords)).toEqual([
    'ten minutes',
    'one minute',
    'twelve minutes',
    '30 minutes',
  ])
  expect([8_000, 90_000, 1_000, 210_000].map(holdWords)).toEqual([
    'eight seconds',
    '90 seconds',
    'one second',
    'three minutes',
  ])
})
