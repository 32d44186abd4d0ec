import type {
  AvailabilityOfVariant,
  AvailabilityView,
  SkuStock,
  StockDirectory,
  StockFeed,
  VariantName,
} from '@selvedge/core'
import { ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel'
import type { Redis } from 'ioredis'
import { LRUCache } from 'lru-cache'
import type { RedisKeys } from '../redis/redis-keys'
import { createJoinedStock, joinStock } from './joined-stock'
import { readProjection } from './read-projection'
import { readTruth } from './read-truth'

export type AvailabilityViewDeps = {
  readonly redis: Redis
  readonly keys: RedisKeys
  readonly feed: StockFeed
  readonly directory: StockDirectory
  /** StockReader.availability: PostgreSQL, where Redis does not know or nobody keeps the projection up. */
  availability(variantIds: readonly number[]): Promise<readonly AvailabilityOfVariant[]>
}

export type LiveAvailabilityView = AvailabilityView & {
  /** Whether all of it is in memory as it was answered: who was shown it would be shown the same now. */
  isCurrent(shown: readonly SkuStock[]): boolean
  close(): void
}

/** Without a tick of the projection for so long, memory may be older than a second: it is not used. */
const TICK_MS = 1_000
/** What was read from PostgreSQL is good for so long. */
const TRUTH_MS = 400
const VARIANTS_MS = 60_000

/**
 * Live availability for pages: memory patched by the feed, over Redis, over PostgreSQL. What it answers is at most one
 * second old; where that cannot be known any more, it asks PostgreSQL.
 */
export const createAvailabilityView = (deps: AvailabilityViewDeps): LiveAvailabilityView => {
  const { feed, directory } = deps
  // Replaced, pushed out or forgotten: what was joined from it is out of date.
  const live = new LRUCache<string, SkuStock>({ max: 200_000, dispose: (_, sku) => joined.changed(sku) })
  const fromTruth = new LRUCache<string, SkuStock | 'unknown'>({ max: 50_000, ttl: TRUTH_MS })
  const variants = new LRUCache<number, readonly VariantName[]>({ max: 20_000, ttl: VARIANTS_MS })
  const joined = createJoinedStock(live)
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: 1_000, breaker: new ConsecutiveBreaker(3) })
  // Raised whenever changes may have been missed: an answer that was under way then is not remembered.
  let epoch = 0
  /** What was committed before this moment is in memory, or told to be. */
  let tickedAt = 0

  const forget = (): void => {
    epoch += 1
    tickedAt = 0
    live.clear()
    fromTruth.clear()
  }
  const unlisten = feed.listen({
    changed: ({ stock }) => {
      if ((live.peek(stock.sku)?.version ?? Number.MAX_SAFE_INTEGER) < stock.version) live.set(stock.sku, stock)
      else if (loading.has(stock.sku)) overtaken.set(stock.sku, stock)
    },
    ticked: (asOfMs) => {
      tickedAt = Math.max(tickedAt, asOfMs)
    },
    broken: forget,
    resumed: forget,
  })
  /** SKUs whose read is under way, and changes that arrived meanwhile: the read may be the older of the two. */
  const loading = new Map<string, number>()
  const overtaken = new Map<string, SkuStock>()

  const isFresh = (): boolean => Date.now() - tickedAt < TICK_MS

  const fromRedis = async (skus: readonly string[]): Promise<ReadonlyMap<string, SkuStock>> => {
    const began = epoch
    for (const sku of skus) loading.set(sku, (loading.get(sku) ?? 0) + 1)
    try {
      const read = await breaker.execute(() => readProjection(deps, skus))
      const newest = new Map<string, SkuStock>()
      for (const [sku, stock] of read) {
        const change = overtaken.get(sku)
        newest.set(sku, change !== undefined && change.version > stock.version ? change : stock)
      }
      if (began === epoch) for (const [sku, stock] of newest) remember(sku, stock)
      return newest
    } catch {
      return new Map() // PostgreSQL answers instead; the health check and the breaker tell of it
    } finally {
      for (const sku of skus) settle(sku)
    }
  }
  const remember = (sku: string, stock: SkuStock): void => {
    if ((live.peek(sku)?.version ?? -1) < stock.version) live.set(stock.sku, stock)
  }
  const settle = (sku: string): void => {
    const others = (loading.get(sku) ?? 1) - 1
    if (others > 0) loading.set(sku, others)
    else {
      loading.delete(sku)
      overtaken.delete(sku)
    }
  }
  const fromPostgres = async (skus: readonly string[]): Promise<ReadonlyMap<string, SkuStock>> => {
    const kept = new Map(skus.map((sku) => [sku, fromTruth.get(sku)]))
    const unknown = skus.filter((sku) => kept.get(sku) === undefined)
    if (unknown.length > 0) {
      const began = epoch
      const read = await readTruth(deps, unknown)
      for (const sku of unknown) {
        const stock = read.get(sku) ?? 'unknown'
        kept.set(sku, stock)
        if (began === epoch) fromTruth.set(sku, stock)
      }
    }
    const answer = new Map<string, SkuStock>()
    for (const [sku, stock] of kept) if (stock !== undefined && stock !== 'unknown') answer.set(sku, stock)
    return answer
  }

  const ofSkus = async (skus: readonly string[]): Promise<readonly SkuStock[]> => {
    if (!isFresh()) return [...(await fromPostgres(skus)).values()]
    const answer = new Map<string, SkuStock>()
    const take = (found: ReadonlyMap<string, SkuStock>): void => {
      for (const [sku, stock] of found) answer.set(sku, stock)
    }
    for (const sku of skus) {
      const stock = live.get(sku)
      if (stock !== undefined) answer.set(sku, stock)
    }
    const missing = (): readonly string[] => skus.filter((sku) => !answer.has(sku))
    if (missing().length > 0) take(await fromRedis(missing()))
    if (missing().length > 0) take(await fromPostgres(missing()))
    return [...answer.values()]
  }

  return {
    ofSkus,
    ofProducts: async (productIds) => {
      const remembered = isFresh() ? joined.get : () => undefined
      const answer = new Map(productIds.map((id) => [id, remembered(id)]))
      const others = productIds.filter((id) => answer.get(id) === undefined)
      const unknown = others.filter((id) => !variants.has(id))
      if (unknown.length > 0) {
        for (const [id, names] of await directory.variantsOfProducts(unknown)) variants.set(id, names)
      }
      const names = others.map((id) => [id, variants.get(id) ?? []] as const)
      const stock = await ofSkus(names.flatMap(([, ofProduct]) => ofProduct.map(({ sku }) => sku)))
      const bySku = new Map(stock.map((one) => [one.sku, one]))
      for (const [id, ofProduct] of names) {
        answer.set(id, joinStock(ofProduct, bySku))
        if (isFresh()) joined.remember(id, ofProduct, variants.getRemainingTTL(id))
      }
      return new Map([...answer].map(([id, ofProduct]) => [id, ofProduct ?? []]))
    },
    isCurrent: (shown) => isFresh() && shown.every(({ sku, version }) => live.peek(sku)?.version === version),
    asOfMs: () => (isFresh() ? tickedAt : Date.now() - TRUTH_MS),
    close: unlisten,
  }
}
