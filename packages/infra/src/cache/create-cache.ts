import type { Cache, RateLimit } from '@selvedge/core'
import { Redis as UpstashRedis } from '@upstash/redis'
import type { Redis } from 'ioredis'
import type { RedisKeys } from '../redis/redis-keys'
import type { CacheEnv } from './cache-env'
import { createIoredisCache } from './ioredis-cache'
import { createIoredisRateLimit } from './ioredis-rate-limit'
import { createUpstashCache } from './upstash-cache'
import { createUpstashRateLimit } from './upstash-rate-limit'

const HTTP_TIMEOUT_MS = 1_000

/** The cache and the rate limit by the driver that the environment chose. */
export const createCache = (
  env: CacheEnv,
  { redis, keys }: { redis: Redis; keys: RedisKeys },
): { cache: Cache; rateLimit: RateLimit } => {
  if (env.CACHE_DRIVER === 'ioredis') {
    return { cache: createIoredisCache({ redis, keys }), rateLimit: createIoredisRateLimit({ redis, keys }) }
  }
  const overHttp = new UpstashRedis({
    url: env.UPSTASH_REDIS_REST_URL,
    token: env.UPSTASH_REDIS_REST_TOKEN,
    automaticDeserialization: false,
    enableTelemetry: false,
    retry: { retries: 1 },
    signal: () => AbortSignal.timeout(HTTP_TIMEOUT_MS),
  })
  return {
    cache: createUpstashCache({ redis: overHttp, keys }),
    rateLimit: createUpstashRateLimit({ redis: overHttp, keys }),
  }
}
