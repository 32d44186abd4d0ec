import { shopperViewOf, visitorKey } from '@selvedge/core'
import {
  createLeverStore,
  createLiveEngine,
  createPool,
  createSignalFactsReader,
  createStockDirectory,
  createStockReader,
  watchTogether,
} from '@selvedge/db'
import {
  behaviourKeys,
  createAvailabilityView,
  createProfileStore,
  createRedis,
  createRedisStockFeed,
  DEFAULT_REDIS_PREFIX,
  redisKeys,
  untilConnected,
} from '@selvedge/infra'
import { servingEnv } from '../env'
import type { Asked, Told } from './messages'

const fault = (problem: unknown): void => void process.stderr.write(`${String(problem)}\n`)
const tell = (told: Told): void => void process.send?.(told)

/** The engine as a serving process holds it, behind the parent's channel: profile, choice, reasons; no result is kept. */
async function serve(): Promise<void> {
  const { databaseUrl, redisUrl } = servingEnv()
  const pool = createPool(databaseUrl, { max: 2, applicationName: 'recs-serve' })
  const redis = createRedis({ url: redisUrl, name: 'recs-serve', onFault: fault })
  await untilConnected(redis, 10_000)
  const keys = redisKeys()
  const feed = createRedisStockFeed({ url: redisUrl, keys, onFault: fault })
  const directory = createStockDirectory({ pool })
  const { availability } = createStockReader({ pool })
  const view = createAvailabilityView({ redis, keys, feed, directory, availability })
  const boughtTogether = watchTogether({ pool, onFault: fault })
  await boughtTogether.refresh()
  const heapBefore = process.memoryUsage().rss
  const startedAt = performance.now()
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
  const startMs = performance.now() - startedAt
  const profiles = createProfileStore({
    redis,
    keys: behaviourKeys(DEFAULT_REDIS_PREFIX),
    facts: createSignalFactsReader({ pool, nowMs: Date.now }),
    nowMs: Date.now,
  })
  const answer = async ({ n, visitor }: Asked): Promise<void> => {
    const at = performance.now()
    const profile = await profiles.read(visitorKey(visitor))
    const readAt = performance.now()
    if (profile === undefined) throw new Error(`nobody is called ${visitor}`)
    const nowMs = Date.now()
    const shopper = shopperViewOf(profile, nowMs)
    const viewedAt = performance.now()
    const chosen = engine.recommend({ placement: 'for-you', shopper, length: 24, nowMs, seed: n })
    if (chosen === undefined) throw new Error('the stock is not known to be true')
    const chosenAt = performance.now()
    const [profileMs, viewMs, engineMs] = [readAt - at, viewedAt - readAt, chosenAt - viewedAt]
    tell({ kind: 'answer', n, products: chosen.products.length, profileMs, viewMs, engineMs })
  }
  process.on('message', (asked: Asked) => {
    answer(asked).catch((problem: unknown) => {
      fault(problem)
      process.exit(1)
    })
  })
  process.on('disconnect', () => process.exit(0))
  const mb = (bytes: number): number => bytes / 1_048_576
  const { rss } = process.memoryUsage()
  tell({ kind: 'ready', startMs, rssMb: mb(rss), engineMb: mb(rss - heapBefore) })
}

serve().catch((problem: unknown) => {
  fault(problem)
  process.exit(1)
})
