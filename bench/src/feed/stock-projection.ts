import { createPool, createRelay, createStockDirectory } from '@selvedge/db'
import { createRedis, createStockSink, redisKeys, untilConnected } from '@selvedge/infra'
import { type FeedUrls, toStderr } from './open-engine'

/** The projection of the stock in Redis as a worker keeps it up; resolves once it is whole. */
export async function projectStock(urls: FeedUrls): Promise<{ stop(): Promise<void> }> {
  const pool = createPool(urls.DATABASE_URL, { max: 2, applicationName: 'bench-relay', statementTimeoutMs: 300_000 })
  const redis = createRedis({ url: urls.REDIS_URL, name: 'bench-relay', onFault: toStderr })
  await untilConnected(redis, 10_000)
  const keys = redisKeys()
  const sink = createStockSink({ redis, keys, directory: createStockDirectory({ pool }) })
  const relay = createRelay({
    pool,
    sinks: [sink],
    observer: { failed: (_, problem) => toStderr(problem), unreadable: (_name, _seq, problem) => toStderr(problem) },
  })
  await relay.start()
  while ((await redis.get(keys.stockGeneration)) === null) await new Promise((resolve) => setTimeout(resolve, 50))
  return {
    stop: async () => {
      sink.close()
      await relay.stop()
      redis.disconnect()
      await pool.end()
    },
  }
}
