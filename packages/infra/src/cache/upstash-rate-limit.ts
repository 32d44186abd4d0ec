import type { RateLimit } from '@selvedge/core'
import type { Redis } from '@upstash/redis'
import type { RedisKeys } from '../redis/redis-keys'
import { RATE_SCRIPT, rateAnswer } from './rate-script'

/** The rate limit port over HTTP. */
export const createUpstashRateLimit = ({ redis, keys }: { redis: Redis; keys: RedisKeys }): RateLimit => ({
  take: async (key, rule, cost = 1) =>
    rateAnswer(await redis.eval(RATE_SCRIPT, [keys.rate(key)], [String(cost), String(rule.windowMs)]), rule),
})
