import { randomUUID } from 'node:crypto'
import { requiredUrls } from '@selvedge/stack'
import type { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRedis, untilConnected } from '../redis/redis-client'
import { redisKeys } from '../redis/redis-keys'
import { createPriceMarkStore } from './price-mark'

const keys = redisKeys(randomUUID())
let redis: Redis
beforeAll(async () => {
  redis = createRedis({ url: requiredUrls().REDIS_URL, name: 'test', onFault: () => undefined })
  await untilConnected(redis, 5_000)
})
afterAll(async () => {
  await redis.del(keys.priceMark)
  redis.disconnect()
})

test('the mark of one server is the other’s; what is no mark is none', async () => {
  const [one, other] = [createPriceMarkStore({ redis, keys }), createPriceMarkStore({ redis, keys })]
  expect(await one.read()).toBeUndefined()
  await one.keep({ fingerprint: 'a', movedAtMs: 7 })
  expect(await other.read()).toEqual({ fingerprint: 'a', movedAtMs: 7 })
  for (const nonsense of ['{', '{"fingerprint":1}', 'null']) {
    await redis.set(keys.priceMark, nonsense)
    expect(await one.read()).toBeUndefined()
  }
})
