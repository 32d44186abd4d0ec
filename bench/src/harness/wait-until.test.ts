import { expect, test } from 'vitest'
import { waitUntil } from './wait-until'

const soon = { withinMs: 20, everyMs: 1, late: 'the shop did not get ready' }

test('a wait ends as soon as nothing is missing', async () => {
  const missing = ['the worker', undefined]
  await expect(waitUntil(async () => missing.shift(), soon)).resolves.toBeUndefined()
})

test('a wait that is too long says what was missing last', async () => {
  await expect(waitUntil(async () => 'the worker', soon)).rejects.toThrow('the shop did not get ready: the worker')
})

test('a wait that only met faults tells the last of them, and the cause below it', async () => {
  const refused = new Error('connect ECONNREFUSED 127.0.0.1:4000')
  const failing = async () => {
    throw new TypeError('fetch failed', { cause: refused })
  }
  const told = waitUntil(failing, soon)
  await expect(told).rejects.toThrow('fetch failed (connect ECONNREFUSED 127.0.0.1:4000)')
  await expect(told).rejects.toMatchObject({ cause: { cause: refused } })
})
