import type { Cache } from '@selvedge/core'
import type { Redis } from '@upstash/redis'
import type { RedisKeys } from '../redis/redis-keys'

/** The cache port over HTTP, for places without a TCP connection (serverless, edge). */
export const createUpstashCache = ({ redis, keys }: { redis: Redis; keys: RedisKeys }): Cache => ({
  get: async (key) => (await redis.get<string>(keys.cache(key))) ?? undefined,
  getMany: async (wanted) => {
    if (wanted.length === 0) return []
    return (await redis.mget<(string | null)[]>(...wanted.map(keys.cache))).map((value) => value ?? undefined)
  },
  set: async (key, value, ttlMs) => {
    await redis.set(keys.cache(key), value, { px: ttlMs })
  },
  setIfAbsent: async (key, value, ttlMs) => (await redis.set(keys.cache(key), value, { px: ttlMs, nx: true })) === 'OK',
  delete: async (unwanted) => {
    if (unwanted.length > 0) await redis.unlink(...unwanted.map(keys.cache))
  },
})
