import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cache, RateLimit } from '@selvedge/core'
import { requiredUrls } from '@selvedge/stack'
import type { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRedis, untilConnected } from '../redis/redis-client'
import { redisKeys } from '../redis/redis-keys'
import { readCacheEnv } from './cache-env'
import { createCache } from './create-cache'

describe.each(['ioredis', 'upstash'])('the cache and the rate limit over %s', (driver) => {
  let redis: Redis
  let cache: Cache
  let rateLimit: RateLimit

  beforeAll(async () => {
    const urls = requiredUrls()
    redis = createRedis({ url: urls.REDIS_URL, name: 'test', onFault: () => undefined })
    await untilConnected(redis, 5_000)
    const made = createCache(readCacheEnv({ ...urls, CACHE_DRIVER: driver }), { redis, keys: redisKeys(randomUUID()) })
    cache = made.cache
    rateLimit = made.rateLimit
  })
  afterAll(() => redis.disconnect())

  test('what was put in comes out as it was, until its time is over', async () => {
    for (const value of ['plain', '12', '{"a":[1,2]}', 'ä€😀', '', 'null']) {
      await cache.set('key', value, 10_000)
      expect(await cache.get('key')).toBe(value)
    }
    await cache.set('short', 'x', 30)
    await sleep(60)
    expect(await cache.get('short')).toBeUndefined()
    expect(await cache.get('never')).toBeUndefined()
  })

  test('many keys answer in the order they were asked in', async () => {
    await cache.set('a', '1', 10_000)
    await cache.set('c', '3', 10_000)
    expect(await cache.getMany(['c', 'b', 'a'])).toEqual(['3', undefined, '1'])
    expect(await cache.getMany([])).toEqual([])
    await cache.delete(['a', 'c'])
    await cache.delete([])
    expect(await cache.getMany(['a', 'c'])).toEqual([undefined, undefined])
  })

  test('of many who claim the same key at once, one gets it', async () => {
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, n) => cache.setIfAbsent('claim', String(n), 10_000)),
    )
    expect(claims.filter((isMine) => isMine)).toHaveLength(1)
  })

  test('exactly as many calls pass as the rule allows, and again when the window is over', async () => {
    const rule = { limit: 5, windowMs: 10_000 }
    const answers = await Promise.all(Array.from({ length: 9 }, () => rateLimit.take('caller', rule)))
    expect(answers.filter(({ isAllowed }) => isAllowed)).toHaveLength(5)
    expect(Math.max(...answers.map(({ remaining }) => remaining))).toBe(4)
    expect(answers.every(({ resetMs }) => resetMs > 0 && resetMs <= rule.windowMs)).toBe(true)
    expect((await rateLimit.take('somebody else', rule)).isAllowed).toBe(true)
  })

  test('a call that is refused passes when its window is over', async () => {
    const rule = { limit: 5, windowMs: 1_000 }
    expect((await rateLimit.take('one who waits', rule, 5)).isAllowed).toBe(true)
    expect((await rateLimit.take('one who waits', rule)).isAllowed).toBe(false)
    await sleep(rule.windowMs + 50)
    expect((await rateLimit.take('one who waits', rule)).isAllowed).toBe(true)
  })
})
