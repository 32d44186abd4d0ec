import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type AvailabilityView, DEFAULT_HOLD_POLICY, type StockFeed } from '@selvedge/core'
import { createStockDirectory, createStockReader } from '@selvedge/db'
import { createAvailabilityView, createRedis, createRedisStockFeed, redisKeys, untilConnected } from '@selvedge/infra'
import { startStack } from '@selvedge/stack'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorker, type Worker } from './root'
import { createWorkerWorld, type WorkerWorld } from './testing/worker-world'

const SKUS = [1, 2, 3, 4, 5].map((id) => `SKU-${id}`)
const keys = redisKeys()
let world: WorkerWorld
let worker: Worker
let redis: ReturnType<typeof createRedis>
let feed: StockFeed
let view: AvailabilityView & { close(): void }

beforeAll(async () => {
  world = await createWorkerWorld()
  worker = createWorker(world.environment())
  await worker.start()
  redis = createRedis({ url: world.stack.urls.REDIS_URL, name: 'test', onFault: () => undefined })
  await untilConnected(redis, 5_000)
  feed = createRedisStockFeed({ url: world.stack.urls.REDIS_URL, keys, onFault: () => undefined })
  view = createAvailabilityView({
    redis,
    keys,
    feed,
    directory: createStockDirectory(world.database),
    availability: createStockReader(world.database).availability,
  })
})
afterAll(async () => {
  view.close()
  await feed.close()
  redis.disconnect()
  await worker.stop()
  await world.stop()
})

type Sums = Record<string, string>

const projected = async (): Promise<Sums> => {
  const sums: Sums = {}
  for (const sku of SKUS) sums[sku] = (await redis.hmget(keys.stockOfSku(sku), 'v', 'a', 'f')).join(':')
  return sums
}
const truth = async (): Promise<Sums> => {
  const rows = await createStockReader(world.database).availability([1, 2, 3, 4, 5])
  return Object.fromEntries(
    rows.map(({ variantId, version, available, future }) => [`SKU-${variantId}`, `${version}:${available}:${future}`]),
  )
}
const seen = async (): Promise<Sums> =>
  Object.fromEntries((await view.ofSkus(SKUS)).map(({ sku, available }) => [sku, String(available)]))

/** Holds of all lengths, releases, counts and what may be sold ahead, at random. */
const load = async (commands: number): Promise<void> => {
  const { engine } = world
  const origin = { actor: 'test', correlationId: 'load' }
  const one = async (n: number): Promise<void> => {
    const variantId = 1 + Math.floor(Math.random() * 5)
    if (n % 4 === 0) {
      const recordId = variantId * 10 + Math.floor(Math.random() * 2)
      const delta = Math.random() < 0.5 ? 1 : -1
      await engine.execute({ kind: 'adjust', origin, variantId, recordId, delta, reason: 'count' })
      return
    }
    if (n % 7 === 0) {
      const oversellCap = Math.floor(Math.random() * 4)
      await engine.execute({
        kind: 'configure',
        origin,
        settings: [{ variantId, recordId: variantId * 10, oversellCap }],
      })
      return
    }
    const [cartId, reservationId] = [randomUUID(), randomUUID()]
    const policy = { ...DEFAULT_HOLD_POLICY, ttlMs: 1_000 + Math.floor(Math.random() * 1_500) }
    const lines = [{ reservationId, variantId, units: 1 + (n % 3) }]
    await engine.execute({ kind: 'hold', purpose: 'bag', origin, holder: { cartId }, policy, lines })
    if (n % 3 !== 0) return
    const holds = [{ reservationId, variantId }]
    await engine.execute(
      n % 2 === 0
        ? { kind: 'commit', origin, cartId, holds }
        : { kind: 'release', origin, cartId, holds, reason: 'removed' },
    )
  }
  for (let n = 0; n < commands; n += 10) {
    await Promise.all(Array.from({ length: 10 }, (_, more) => one(n + more)))
  }
}

/** All holds over and everything delivered: then nothing may differ. */
const settled = async (): Promise<void> => {
  for (let n = 0; n < 200; n++) {
    const { rowCount } = await world.database.pool.query(`SELECT 1 FROM reservation WHERE state = 'held' LIMIT 1`)
    if (rowCount === 0 && JSON.stringify(await projected()) === JSON.stringify(await truth())) return
    await sleep(100)
  }
}

const expectAgreement = async (): Promise<void> => {
  await settled()
  const want = await truth()
  expect(await projected()).toEqual(want)
  await sleep(300)
  expect(await seen()).toEqual(Object.fromEntries(Object.entries(want).map(([sku, sums]) => [sku, sums.split(':')[1]])))
}

test('after any amount of buying, holding and counting, Redis and pages say what PostgreSQL says', async () => {
  await seen()
  await load(300)
  await expectAgreement()
})

test('a Redis that is emptied in the middle of it all is right again', async () => {
  const loading = load(200)
  await sleep(150)
  await redis.flushall()
  await loading
  await expectAgreement()
})

test('what an earlier ledger left in Redis does not survive a new one', async () => {
  await worker.stop()
  await redis.set(keys.stockGeneration, 'another ledger|run')
  await redis.hset(keys.stockOfSku('SKU-1'), { v: 999_999, a: 77, r10: '999999:77' })
  worker = createWorker(world.environment())
  await worker.start()
  await expectAgreement()
})

test('with Redis killed pages show what PostgreSQL says, and when it is back all agree again', async () => {
  const pid = world.stack.processes.redis?.pid
  if (pid === undefined) throw new Error('there is no Redis')
  process.kill(pid, 'SIGKILL')
  await sleep(200)
  await load(50)
  await sleep(3_000) // holds of the load end
  const want = await truth()
  expect(await seen()).toEqual(Object.fromEntries(Object.entries(want).map(([sku, sums]) => [sku, sums.split(':')[1]])))

  await startStack({ dir: world.stack.dir, only: ['redis', 'inngest'], given: {} })
  // The first of the two handles leaves; the world's own end stops the engines.
  await world.stack.stop()
  await untilConnected(redis, 10_000)
  await expectAgreement()
})
