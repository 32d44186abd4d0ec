import { expect, test } from 'vitest'
import { happenedAtProblem } from './happened-at'

const now = new Date('2026-11-26T12:00:00Z')
const at = (iso: string): string | undefined => happenedAtProblem(new Date(iso), now)

test('what happened may be written down later, within a month, and by a clock that is a little ahead', () => {
  expect(at('2026-11-26T12:00:00Z')).toBeUndefined()
  expect(at('2026-11-26T12:04:00Z')).toBeUndefined()
  expect(at('2026-10-27T12:00:00Z')).toBeUndefined()
})

test('what lies ahead, or longer ago than anybody remembers, is refused with the reason', () => {
  expect(at('2026-11-26T12:06:00Z')).toContain('ahead')
  expect(at('2026-10-26T12:00:00Z')).toContain('30 days')
})
