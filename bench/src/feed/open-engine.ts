import {
  createLeverStore,
  createLiveEngine,
  createPool,
  createStockDirectory,
  createStockReader,
  watchTogether,
} from '@selvedge/db'
import { createAvailabilityView, createRedis, createRedisStockFeed, redisKeys, untilConnected } from '@selvedge/infra'

export type FeedUrls = { readonly DATABASE_URL: string; readonly REDIS_URL: string }

export const toStderr = (problem: unknown): void => void process.stderr.write(`${String(problem)}\n`)

/** The engine of recommendations as a web server holds it, loaded and following stock that a projection keeps up. */
export async function openEngine(urls: FeedUrls, name: string) {
  const onFault = toStderr
  const pool = createPool(urls.DATABASE_URL, { max: 4, applicationName: name, statementTimeoutMs: 300_000 })
  const redis = createRedis({ url: urls.REDIS_URL, name, onFault })
  await untilConnected(redis, 10_000)
  const keys = redisKeys()
  const feed = createRedisStockFeed({ url: urls.REDIS_URL, keys, onFault })
  const { availability } = createStockReader({ pool })
  const view = createAvailabilityView({ redis, keys, feed, directory: createStockDirectory({ pool }), availability })
  const boughtTogether = watchTogether({ pool, onFault })
  await boughtTogether.refresh()
  const bytesBefore = process.memoryUsage().rss
  const startedAt = performance.now()
  const readLevers = createLeverStore({ pool }).read
  const engine = createLiveEngine({
    pool,
    availability: view,
    feed,
    boughtTogether,
    readLevers,
    nowMs: Date.now,
    onFault,
  })
  await engine.refresh()
  return {
    pool,
    redis,
    view,
    engine,
    /** What loading the engine took. */
    startMs: performance.now() - startedAt,
    engineBytes: process.memoryUsage().rss - bytesBefore,
    close: async (): Promise<void> => {
      engine.stop()
      boughtTogether.stop()
      view.close()
      await feed.close()
      redis.disconnect()
      await pool.end()
    },
  }
}
