import type { Cache } from '@selvedge/core'
import type { Redis } from 'ioredis'
import type { RedisKeys } from '../redis/redis-keys'

/** The cache port over TCP. */
export const createIoredisCache = ({ redis, keys }: { redis: Redis; keys: RedisKeys }): Cache => ({
  get: async (key) => (await redis.get(keys.cache(key))) ?? undefined,
  getMany: async (wanted) => {
    if (wanted.length === 0) return []
    return (await redis.mget(...wanted.map(keys.cache))).map((value) => value ?? undefined)
  },
  set: async (key, value, ttlMs) => {
    await redis.set(keys.cache(key), value, 'PX', ttlMs)
  },
  setIfAbsent: async (key, value, ttlMs) => (await redis.set(keys.cache(key), value, 'PX', ttlMs, 'NX')) === 'OK',
  delete: async (unwanted) => {
    if (unwanted.length > 0) await redis.unlink(...unwanted.map(keys.cache))
  },
})
