import { availableInFuture, availableToSell, type Sink, type StockDirectory, type StockMessage } from '@selvedge/core'
import type { Redis } from 'ioredis'
import { LRUCache } from 'lru-cache'
import type { RedisKeys } from '../redis/redis-keys'
import { rebuildAvailability } from './rebuild-availability'
import { createGenerationName } from './stock-generation'
import { runStockScript, type ScriptCall } from './stock-script'

export type StockSinkDeps = {
  readonly redis: Redis
  readonly keys: RedisKeys
  readonly directory: StockDirectory
  rebuilt?(facts: { skus: number; ms: number }): void
}

const TICK = 't'

/** What is published once everything committed before this moment has been applied. */
const tickOf = (asOfMs: number): string => `${TICK}${asOfMs}`

/** The moment of a tick; undefined for any other text. */
export const readTick = (text: string): number | undefined => {
  const asOfMs = text.startsWith(TICK) ? Number(text.slice(TICK.length)) : Number.NaN
  return Number.isFinite(asOfMs) ? asOfMs : undefined
}

/**
 * Keeps the availability of every SKU in Redis and publishes what changes. It notices by itself when Redis was flushed,
 * restarted or belongs to another ledger, and projects everything anew.
 */
export const createStockSink = (deps: StockSinkDeps): Sink & { close(): void } => {
  const { redis, keys, directory } = deps
  const skuOf = new LRUCache<number, string>({ max: 200_000 })
  const generation = createGenerationName(redis, directory)
  let selling: { ids: ReadonlySet<number>; readAt: number } | undefined

  const ensureGeneration = async (): Promise<string> => {
    const wanted = await generation.current()
    if ((await redis.get(keys.stockGeneration)) !== wanted) {
      const startedAt = Date.now()
      const skus = await rebuildAvailability(deps, wanted)
      deps.rebuilt?.({ skus, ms: Date.now() - startedAt })
    }
    return wanted
  }
  const sellingLocations = async (): Promise<ReadonlySet<number>> => {
    if (selling === undefined || Date.now() - selling.readAt > 60_000) {
      selling = { ids: await directory.sellingLocations(), readAt: Date.now() }
    }
    return selling.ids
  }
  const learnSkus = async (messages: readonly StockMessage[]): Promise<void> => {
    const unknown = new Set(messages.map(({ variantId }) => variantId).filter((id) => !skuOf.has(id)))
    if (unknown.size === 0) return
    for (const [id, sku] of await directory.skusOf([...unknown])) skuOf.set(id, sku)
  }
  const callFor = ({ message, correlationId }: Change, signed: string): readonly ScriptCall[] => {
    const sku = skuOf.get(message.variantId)
    if (sku === undefined) return [] // the variant is gone
    const { recordId, version, level } = message
    const state = { ...level, version }
    return [
      {
        keys: [keys.stockOfSku(sku), keys.stockGeneration],
        args: [
          signed,
          keys.stockChanges,
          sku,
          correlationId,
          recordId,
          version,
          availableToSell(state),
          availableInFuture(state),
        ],
      },
    ]
  }

  return {
    name: 'availability',
    handle: async (messages) => {
      const places = await sellingLocations()
      // Messages carry state: of several for one record only the last matters.
      const latest = new Map<number, Change>()
      for (const { message, correlationId } of messages) {
        if (message.topic !== 'stock' || !places.has(message.locationId)) continue
        latest.set(message.recordId, { message, correlationId })
      }
      if (latest.size === 0) return
      const changes = [...latest.values()]
      await learnSkus(changes.map(({ message }) => message))
      const signed = await ensureGeneration()
      const answers = await runStockScript(
        redis,
        changes.flatMap((change) => callFor(change, signed)),
      )
      if (answers.includes(-1)) throw new Error('the projection was lost under our hands: it is made anew')
    },
    caughtUp: async (asOfMs) => {
      await ensureGeneration()
      await redis.publish(keys.stockChanges, tickOf(asOfMs))
    },
    close: generation.close,
  }
}

type Change = { readonly message: StockMessage; readonly correlationId: string }
