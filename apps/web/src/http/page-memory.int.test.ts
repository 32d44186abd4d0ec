import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULT_HOLD_POLICY, type StockEngine } from '@selvedge/core'
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
import { notedView } from '../graph/noted-reads'
import { createPageMemory } from './page-memory'
import { createReadWatch } from './page-reads'

const UNITS = 40
let database: TestDatabase
let engine: StockEngine
let relay: Relay
let redis: ReturnType<typeof createRedis>
let origin = ''
let memory: ReturnType<typeof createPageMemory>
const closing: (() => unknown)[] = []

/** PostgreSQL, relay, Redis and view as in the shop, and a page that prints what the view says of two products. */
beforeAll(async () => {
  database = await createTestDatabase()
  for (const variantId of [1, 2, 3]) await insertStock(database.pool, { variantId, units: [UNITS] })
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
  const watch = createReadWatch()
  const shown = notedView(view, watch)
  memory = createPageMemory({ watch, isPersonal: () => false })
  const server = createServer((req, res) => {
    void memory.answer(req, res, async () => {
      const stock = await shown.ofSkus(['SKU-1', 'SKU-2'])
      res.end(stock.map(({ sku, available }) => `${sku}:${available}`).join(' '))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  closing.push(() => new Promise((resolve) => server.close(resolve)), view.close, feed.close, sink.close)
})
afterAll(async () => {
  for (const close of closing) await close()
  await relay.stop()
  redis.disconnect()
  await engine.close()
  await database.drop()
})

const page = async (): Promise<string> => (await fetch(origin)).text()
const hold = async (variantId: number): Promise<void> => {
  const answer = await engine.execute({
    kind: 'hold',
    purpose: 'bag',
    origin: { actor: 'test', correlationId: 'test' },
    holder: { cartId: randomUUID() },
    policy: DEFAULT_HOLD_POLICY,
    lines: [{ reservationId: randomUUID(), variantId, units: 1 }],
  })
  if (!answer.ok) throw new Error(answer.error.code)
}
/** Asked until memory has learned the stock and a page stands. */
const stands = async (): Promise<string> => {
  await expect
    .poll(
      async () => {
        const before = memory.counts().remembered
        await page()
        return memory.counts().remembered - before
      },
      { timeout: 20_000 },
    )
    .toBe(1)
  return page()
}

test('a remembered page follows every movement of what it shows, and no other', async () => {
  expect(await stands()).toBe(`SKU-1:${UNITS} SKU-2:${UNITS}`)
  for (let sold = 1; sold <= 10; sold++) {
    await hold(1)
    // Far before its age would end it.
    await expect.poll(page, { timeout: 10_000, interval: 20 }).toBe(`SKU-1:${UNITS - sold} SKU-2:${UNITS}`)
  }
  // A slow box may find its stock unconfirmed for a moment and make the page again: it has to stand once.
  const madeAround = async (variantId: number): Promise<number> => {
    await stands()
    const { made } = memory.counts()
    await hold(variantId)
    for (let n = 0; n < 5; n++) await page()
    return memory.counts().made - made
  }
  await expect.poll(() => madeAround(3), { timeout: 20_000 }).toBe(0)
})
