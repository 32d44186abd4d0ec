import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULT_HOLD_POLICY, type LiveMessage, type StockEngine } from '@selvedge/core'
import { createRelay, createStockDirectory, createStockEngine, createStockReader, type Relay } from '@selvedge/db'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import {
  createAvailabilityView,
  createRedis,
  createRedisStockFeed,
  createStockSink,
  redisKeys,
  untilConnected,
} from '@selvedge/infra'
import { requiredUrls } from '@selvedge/stack'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStream, type TestStream } from './testing/open-stream'
import { serveHub } from './testing/serve-hub'

const SKUS = [1, 2, 3].map((id) => `SKU-${id}`)
let database: TestDatabase
let engine: StockEngine
let relay: Relay
let redis: ReturnType<typeof createRedis>
let origin = ''
const closing: (() => unknown)[] = []

/** PostgreSQL, relay, Redis, view and hub as in the shop, in one process. */
beforeAll(async () => {
  database = await createTestDatabase()
  for (const variantId of [1, 2, 3]) await insertStock(database.pool, { variantId, units: [400, 400] })
  engine = createStockEngine(database)
  const { REDIS_URL } = requiredUrls()
  const keys = redisKeys(randomUUID())
  const onFault = (): void => undefined
  redis = createRedis({ url: REDIS_URL, name: 'test', onFault })
  await untilConnected(redis, 5_000)
  const directory = createStockDirectory(database)
  const sink = createStockSink({ redis, keys, directory })
  relay = createRelay({ pool: database.pool, sinks: [sink], observer: { failed: onFault, unreadable: onFault } })
  await relay.start()
  while ((await redis.get(keys.stockGeneration)) === null) await sleep(20) // projected for the first time
  const feed = createRedisStockFeed({ url: REDIS_URL, keys, onFault })
  const { availability } = createStockReader(database)
  const view = createAvailabilityView({ redis, keys, feed, directory, availability })
  const served = await serveHub({ feed, readStock: view.ofSkus, limits: { streamsPerAddress: 1_000 }, onFault })
  origin = served.origin
  closing.push(served.close, view.close, feed.close, sink.close)
})
afterAll(async () => {
  for (const close of closing) await close()
  await relay.stop()
  redis.disconnect()
  await engine.close()
  await database.drop()
})

const hold = async (variantId: number, ttlMs = 60_000, correlationId = 'trail'): Promise<void> => {
  const answer = await engine.execute({
    kind: 'hold',
    purpose: 'bag',
    origin: { actor: 'test', correlationId },
    holder: { cartId: randomUUID() },
    policy: { ...DEFAULT_HOLD_POLICY, ttlMs },
    lines: [{ reservationId: randomUUID(), variantId, units: 1 }],
  })
  if (!answer.ok) throw new Error(answer.error.code)
}
const truth = async (): Promise<ReadonlyMap<string, number>> => {
  const rows = await createStockReader(database).availability([1, 2, 3])
  return new Map(rows.map(({ variantId, available }) => [`SKU-${variantId}`, available]))
}

test('a badge follows within a second of the hold, and says on whose trail', async () => {
  let heardAt = 0
  let told: LiveMessage | undefined
  const page = await openStream(origin, SKUS, (message) => {
    if (message.type !== 'stock') return
    heardAt = performance.now()
    told = message
  })
  const lags: number[] = []
  for (let n = 0; n < 20; n++) {
    told = undefined
    await hold(1, 60_000, `trail-${n}`)
    const heldAt = performance.now()
    while (told === undefined && performance.now() - heldAt < 5_000) await sleep(2)
    expect(told).toMatchObject({ type: 'stock', correlationId: `trail-${n}` })
    lags.push(heardAt - heldAt)
  }
  expect(Math.max(...lags)).toBeLessThan(1_000)
  page.tear()
})

test('two hundred forced reconnects leave no page on a stale badge', async () => {
  const pages: TestStream[] = await Promise.all(Array.from({ length: 20 }, () => openStream(origin, SKUS)))
  let isOver = false
  const load = (async () => {
    while (!isOver) {
      await Promise.all([hold(1, 1_000), hold(2, 1_000), hold(3, 1_000)])
      await engine.expireDue(500)
      await sleep(10)
    }
  })()
  let reconnects = 0
  for (let round = 0; round < 10; round++) {
    for (const [n, page] of pages.entries()) {
      page.tear()
      pages[n] = await openStream(origin, SKUS)
      reconnects += 1
    }
  }
  isOver = true
  await load
  await sleep(1_200) // the last holds end
  while ((await engine.expireDue(500)) > 0);
  await sleep(1_000) // what a badge has to follow

  expect(reconnects).toBe(200)
  const want = await truth()
  for (const page of pages) {
    expect(new Map([...page.stock()].map(([sku, { available }]) => [sku, available]))).toEqual(want)
    page.tear()
  }
})
