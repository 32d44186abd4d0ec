import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULT_HOLD_POLICY } from '@selvedge/core'
import { createRelay, createStockDirectory, createStockEngine, createStockReader } from '@selvedge/db'
import { createTestDatabase, insertStock } from '@selvedge/db/testing'
import {
  createAvailabilityView,
  createRedis,
  createRedisStockFeed,
  createStockSink,
  redisKeys,
  untilConnected,
} from '@selvedge/infra'
import { requiredUrls } from '@selvedge/stack'

/** PostgreSQL, relay, Redis and view as in the shop, in one process, over the variants 1 to 3 with `units` at each place. */
export const openStockPath = async (units: readonly number[]) => {
  const database = await createTestDatabase()
  for (const variantId of [1, 2, 3]) await insertStock(database.pool, { variantId, units })
  const engine = createStockEngine(database)
  const { REDIS_URL } = requiredUrls()
  const keys = redisKeys(randomUUID())
  const onFault = (): void => undefined
  const redis = createRedis({ url: REDIS_URL, name: 'test', onFault })
  await untilConnected(redis, 5_000)
  const directory = createStockDirectory(database)
  const sink = createStockSink({ redis, keys, directory })
  const relay = createRelay({ pool: database.pool, sinks: [sink], observer: { failed: onFault, unreadable: onFault } })
  await relay.start()
  while ((await redis.get(keys.stockGeneration)) === null) await sleep(20) // projected for the first time
  const feed = createRedisStockFeed({ url: REDIS_URL, keys, onFault })
  const { availability } = createStockReader(database)
  const view = createAvailabilityView({ redis, keys, feed, directory, availability })
  return {
    database,
    engine,
    feed,
    view,
    /** A bag's hold of one unit. */
    hold: async (variantId: number, ttlMs = 60_000, correlationId = 'trail'): Promise<void> => {
      const answer = await engine.execute({
        kind: 'hold',
        purpose: 'bag',
        origin: { actor: 'test', correlationId },
        holder: { cartId: randomUUID() },
        policy: { ...DEFAULT_HOLD_POLICY, ttlMs },
        lines: [{ reservationId: randomUUID(), variantId, units: 1 }],
      })
      if (!answer.ok) throw new Error(answer.error.code)
    },
    close: async (): Promise<void> => {
      view.close()
      await feed.close()
      sink.close()
      await relay.stop()
      redis.disconnect()
      await engine.close()
      await database.drop()
    },
  }
}
export type StockPath = Awaited<ReturnType<typeof openStockPath>>
