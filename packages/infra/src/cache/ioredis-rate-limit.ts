import type { RateLimit } from '@selvedge/core'
import type { Redis } from 'ioredis'
import type { RedisKeys } from '../redis/redis-keys'
import { RATE_SCRIPT, rateAnswer } from './rate-script'

/** The rate limit port over TCP. */
export const createIoredisRateLimit = ({ redis, keys }: { redis: Redis; keys: RedisKeys }): RateLimit => ({
  take: async (key, rule, cost = 1) =>
    rateAnswer(await redis.eval(RATE_SCRIPT, 1, keys.rate(key), cost, rule.windowMs), rule),
})
