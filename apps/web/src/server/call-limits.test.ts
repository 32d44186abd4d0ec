import type { IncomingMessage } from 'node:http'
import { createMemoryRateLimit } from '@selvedge/infra'
import { expect, test } from 'vitest'
import { createCallLimits } from './call-limits'

const from = (address: string, method: string) =>
  ({ method, headers: {}, socket: { remoteAddress: address } }) as IncomingMessage

const limitsOf = (rules: { readsPerMinute: number; writesPerMinute: number }, now = () => 0) =>
  createCallLimits({
    writes: createMemoryRateLimit(now),
    reads: createMemoryRateLimit(now),
    rules,
    addressOf: (req) => req.socket.remoteAddress ?? '',
  })

test('a client that calls too often is told how long to wait; others are served', async () => {
  const limits = limitsOf({ readsPerMinute: 10, writesPerMinute: 2 })
  expect(await limits.refusal(from('203.0.113.1', 'POST'), 2)).toBeUndefined()
  expect(await limits.refusal(from('203.0.113.1', 'POST'), 1)).toEqual({ retryAfterMs: 60_000 })
  expect(await limits.refusal(from('203.0.113.2', 'POST'), 1)).toBeUndefined()
  expect(await limits.refusal(from('203.0.113.1', 'GET'), 1)).toBeUndefined()
})

test('a batch counts as the calls in it', async () => {
  const limits = limitsOf({ readsPerMinute: 10, writesPerMinute: 2 })
  expect(await limits.refusal(from('203.0.113.1', 'GET'), 10)).toBeUndefined()
  expect(await limits.refusal(from('203.0.113.1', 'GET'), 1)).toBeDefined()
})

test('the wait ends with the minute, and 0 limits nobody', async () => {
  let nowMs = 0
  const limits = limitsOf({ readsPerMinute: 0, writesPerMinute: 1 }, () => nowMs)
  await limits.refusal(from('203.0.113.1', 'POST'), 1)
  expect(await limits.refusal(from('203.0.113.1', 'POST'), 1)).toBeDefined()
  nowMs = 60_001
  expect(await limits.refusal(from('203.0.113.1', 'POST'), 1)).toBeUndefined()
  for (let i = 0; i < 1_000; i++) expect(await limits.refusal(from('203.0.113.1', 'GET'), 1)).toBeUndefined()
})

test('addresses of the house itself are not limited', async () => {
  const limits = limitsOf({ readsPerMinute: 1, writesPerMinute: 1 })
  for (let i = 0; i < 10; i++) expect(await limits.refusal(from('127.0.0.1', 'POST'), 1)).toBeUndefined()
})
