import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isGivenUp, retryDelayMs } from './retry'

test('waits double from half a second up to an hour, and no two endpoints wait the same', () => {
  expect(retryDelayMs(1, 0)).toBe(500)
  expect(retryDelayMs(5, 0)).toBe(8_000)
  expect(retryDelayMs(500, 0.999)).toBeLessThanOrEqual(3_600_000)
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attempts, chance) => {
        const ms = retryDelayMs(attempts, chance)
        expect(ms).toBeGreaterThanOrEqual(500)
        expect(ms).toBeLessThanOrEqual(3_600_000)
      },
    ),
  )
})

test('an endpoint is given up after a day of failures, not after a bad hour', () => {
  expect(isGivenUp(40, 3_600_000)).toBe(false)
  expect(isGivenUp(40, 86_400_000)).toBe(true)
})
