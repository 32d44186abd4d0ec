import { createPool, createStockReader, readLedgerHealth, relayLag } from '@selvedge/db'
import { createLogger, createRedis, type DestinationStream, redisKeys } from '@selvedge/infra'
import type { WorkerEnvironment } from '../env'
import { createSayOnce } from '../telemetry/say-once'
import { createWorkerMetrics } from '../telemetry/worker-metrics'

/** The engines this process talks to, and what it tells of itself. */
export const connect = (env: WorkerEnvironment, logTo?: DestinationStream) => {
  const logger = createLogger({ name: 'worker', level: env.LOG_LEVEL }, logTo)
  const say = createSayOnce(Date.now)
  const onFault = (work: string) => (error: unknown) => {
    if (say.failed(work)) logger.error({ err: error, work }, 'fault')
  }
  const pool = createPool(env.DATABASE_URL, { max: 16, applicationName: 'selvedge-worker' })
  const redis = createRedis({ url: env.REDIS_URL, name: 'selvedge-worker', onFault: onFault('redis') })
  redis.on('ready', () => say.recovered('redis') && logger.info({ work: 'redis' }, 'works again'))
  const reader = createStockReader({ pool })
  const metrics = createWorkerMetrics({
    lag: () => relayLag(pool),
    figures: () => reader.figures(),
    ledger: () => readLedgerHealth(pool),
  })
  return { logger, say, onFault, pool, redis, keys: redisKeys(env.REDIS_PREFIX), reader, metrics }
}
export type Connections = ReturnType<typeof connect>
