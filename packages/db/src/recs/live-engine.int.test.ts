import { NO_LEVERS } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedDatabase } from '../seed/index'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { createLiveEngine } from './live-engine'

const TODAY = new Date('2026-11-23T00:00:00Z')
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(3)
  await seedDatabase(database.pool, { products: 60, seed: 3, today: TODAY })
})
afterAll(() => database.drop())

test('a load that fails leaves nobody listening', async () => {
  const listeners = new Set<object>()
  let mostListeners = 0
  const engine = createLiveEngine({
    pool: database.pool,
    availability: {
      ofSkus: async () => {
        throw new Error('stock does not answer')
      },
    },
    feed: {
      isUp: () => true,
      listen: (listener) => {
        listeners.add(listener)
        mostListeners = Math.max(mostListeners, listeners.size)
        return () => void listeners.delete(listener)
      },
      close: async () => undefined,
    },
    boughtTogether: { neighboursOf: () => [], version: () => undefined },
    readLevers: async () => NO_LEVERS,
    nowMs: () => TODAY.getTime(),
    onFault: () => undefined,
  })
  await expect(engine.refresh()).rejects.toThrow('stock does not answer')
  expect(mostListeners).toBe(3)
  expect(listeners.size).toBe(0)
})
