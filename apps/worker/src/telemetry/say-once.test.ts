import { expect, test } from 'vitest'
import { createSayOnce } from './say-once'

test('an outage is said when it begins, each minute, and when it is over', () => {
  let now = 0
  const say = createSayOnce(() => now)
  expect(say.failed('redis')).toBe(true)
  now = 59_000
  expect(say.failed('redis')).toBe(false)
  expect(say.failed('search')).toBe(true)
  now = 60_000
  expect(say.failed('redis')).toBe(true)
  expect(say.recovered('redis')).toBe(true)
  expect(say.recovered('redis')).toBe(false)
})
