import { randomUUID } from 'node:crypto'
import { createFeedService, createLayStock, type ShopperView } from '@selvedge/core'
import {
  createCatalogReader,
  createLeverStore,
  createLiveEngine,
  createPool,
  createRelay,
  createStockDirectory,
  createStockReader,
  watchTogether,
} from '@selvedge/db'
import {
  createAvailabilityView,
  createCardShelf,
  createRedis,
  createRedisStockFeed,
  createStockSink,
  redisKeys,
  untilConnected,
} from '@selvedge/infra'

export type FeedUrls = { readonly DATABASE_URL: string; readonly REDIS_URL: string }

/** The feed as a web server holds it, for shoppers given here, with the projection of the stock that a worker keeps up. */
export async function openFeed(urls: FeedUrls, people: ReadonlyMap<string, ShopperView>) {
  const fault = (problem: unknown): void => void process.stderr.write(`${String(problem)}\n`)
  const pool = createPool(urls.DATABASE_URL, { max: 4, applicationName: 'bench-feed' })
  const redis = createRedis({ url: urls.REDIS_URL, name: 'bench-feed', onFault: fault })
  await untilConnected(redis, 10_000)
  const keys = redisKeys()
  const feed = createRedisStockFeed({ url: urls.REDIS_URL, keys, onFault: fault })
  const directory = createStockDirectory({ pool })
  const sink = createStockSink({ redis, keys, directory })
  const relay = createRelay({
    pool,
    sinks: [sink],
    observer: { failed: (_, problem) => fault(problem), unreadable: (_name, _seq, problem) => fault(problem) },
  })
  await relay.start()
  while ((await redis.get(keys.stockGeneration)) === null) await new Promise((resolve) => setTimeout(resolve, 50))
  const { availability } = createStockReader({ pool })
  const view = createAvailabilityView({ redis, keys, feed, directory, availability })
  const boughtTogether = watchTogether({ pool, onFault: fault })
  await boughtTogether.refresh()
  const engine = createLiveEngine({
    pool,
    availability: view,
    feed,
    boughtTogether,
    readLevers: createLeverStore({ pool }).read,
    nowMs: Date.now,
    onFault: fault,
  })
  await engine.refresh()
  const reader = createCatalogReader({ pool })
  const service = createFeedService({
    recommender: engine,
    readShopper: async (person) => people.get(person),
    cards: createCardShelf(reader.cards).cards,
    popular: reader.popular,
    layStock: createLayStock(view, (_, problem) => fault(problem)),
    experiments: () => [],
    log: () => undefined,
    nowMs: Date.now,
    newId: () => randomUUID(),
    onFault: (_, problem) => fault(problem),
  })
  return {
    pool,
    service,
    close: async (): Promise<void> => {
      engine.stop()
      boughtTogether.stop()
      view.close()
      await feed.close()
      sink.close()
      await relay.stop()
      redis.disconnect()
      await pool.end()
    },
  }
}
