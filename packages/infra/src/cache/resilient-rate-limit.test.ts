import type { RateLimit } from '@selvedge/core'
import { expect, test } from 'vitest'
import { createResilientRateLimit } from './resilient-rate-limit'

const rule = { limit: 2, windowMs: 1_000 }

test('while the shared counter is away limits still hold within the process, and nobody is locked out for good', async () => {
  let now = 0
  const faults: unknown[] = []
  const away: RateLimit = { take: () => Promise.reject(new Error('away')) }
  const limit = createResilientRateLimit({ rateLimit: away, now: () => now, onFault: (fault) => faults.push(fault) })
  expect(await limit.take('a', rule)).toEqual({ isAllowed: true, remaining: 1, resetMs: 1_000 })
  now = 400
  expect(await limit.take('a', rule)).toEqual({ isAllowed: true, remaining: 0, resetMs: 600 })
  expect(await limit.take('a', rule)).toMatchObject({ isAllowed: false })
  expect(await limit.take('b', rule)).toMatchObject({ isAllowed: true })
  now = 1_000
  expect(await limit.take('a', rule)).toMatchObject({ isAllowed: true })
  expect(faults).toHaveLength(5)
})
