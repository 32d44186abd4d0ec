import { createPool } from '@selvedge/db'
import {
  createCache,
  createLogger,
  createMetrics,
  createRedis,
  createRedisHints,
  createRedisStockFeed,
  createResilientRateLimit,
  createStaffTeller,
  readCacheEnv,
  redisKeys,
} from '@selvedge/infra'
import type { WebEnv } from '../env'

/** The engines this process talks to, one connection or pool each. */
export const connect = (env: WebEnv) => {
  const logger = createLogger({ name: 'web', level: env.LOG_LEVEL })
  const metrics = createMetrics({ app: 'web' })
  // Said once per outage and kind, not once per attempt to reconnect.
  const reported = new Set<string>()
  const onFault = (part: string) => (fault: unknown) => {
    const message = fault instanceof Error ? fault.message : String(fault)
    if (reported.has(`${part} ${message}`)) return
    reported.add(`${part} ${message}`)
    setTimeout(() => reported.delete(`${part} ${message}`), 30_000).unref()
    logger.warn({ part, fault: message }, 'a part of the shop does not answer')
  }
  const keys = redisKeys(env.REDIS_PREFIX)
  const pool = createPool(env.DATABASE_URL, { max: 20, applicationName: 'selvedge-web' })
  const redis = createRedis({ url: env.REDIS_URL, name: 'selvedge-web', onFault: onFault('redis') })
  const feed = createRedisStockFeed({ url: env.REDIS_URL, keys, onFault: onFault('redis') })
  const hints = (name: string, channel: string) =>
    createRedisHints({ url: env.REDIS_URL, name, channel, onFault: onFault('redis') })
  const orderHints = hints('order-hints', keys.ordersMoved)
  const staffHints = hints('staff-hints', keys.staffMoved)
  const tellStaff = createStaffTeller({ redis, keys, onFault: onFault('redis') })
  const { CACHE_DRIVER, UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN } = env
  const driver = readCacheEnv({ CACHE_DRIVER, UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN })
  const { cache, rateLimit: sharedRateLimit } = createCache(driver, { redis, keys })
  const rateLimit = createResilientRateLimit({
    rateLimit: sharedRateLimit,
    now: Date.now,
    onFault: onFault('redis'),
  })
  return {
    logger,
    metrics,
    onFault,
    keys,
    pool,
    redis,
    feed,
    orderHints,
    staffHints,
    tellStaff,
    cache,
    rateLimit,
    close: async () => {
      await feed.close()
      orderHints.close()
      staffHints.close()
      redis.disconnect()
      await pool.end()
    },
  }
}
export type Connections = ReturnType<typeof connect>
