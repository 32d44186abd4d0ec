import { expect, test } from 'vitest'
import { dueOf } from './due-words'

test('a promise is late from the day after it, and not on its day', () => {
  expect(dueOf('2026-11-24', '2026-11-26')).toEqual({ tone: 'late', words: '2 days late' })
  expect(dueOf('2026-11-25', '2026-11-26')).toEqual({ tone: 'late', words: '1 day late' })
  expect(dueOf('2026-11-26', '2026-11-26')).toEqual({ tone: 'today', words: 'today' })
  expect(dueOf('2026-12-01', '2026-11-30')).toEqual({ tone: 'later', words: 'tomorrow' })
  expect(dueOf('2026-12-03', '2026-11-30')).toEqual({ tone: 'later', words: 'in 3 days' })
})
