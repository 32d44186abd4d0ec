import { type StockFeed, type StockFeedListener, skuStockSchema } from '@selvedge/core'
import { Redis } from 'ioredis'
import { z } from 'zod'
import type { RedisKeys } from '../redis/redis-keys'
import { readTick } from './stock-sink'

const changeSchema = skuStockSchema.extend({ correlationId: z.string().optional() })

/** The projection ticks at least every 250 ms; without a tick for so long nobody keeps it up. */
const SILENT_MS = 2_000

/** The process's one subscription to changes of availability. */
export const createRedisStockFeed = (deps: {
  url: string
  keys: RedisKeys
  onFault(error: unknown): void
}): StockFeed => {
  const { url, keys, onFault } = deps
  const listeners = new Set<StockFeedListener>()
  let isSubscribed = false
  let heardAt = 0
  const redis = new Redis(url, {
    connectionName: 'stock-feed',
    autoResubscribe: false,
    maxRetriesPerRequest: null,
    connectTimeout: 2_000,
    // A connection that is half open gives no sign otherwise; the answers to our pings keep a quiet one alive.
    socketTimeout: 8_000,
    retryStrategy: (attempt) => Math.min(1_000, 50 * attempt),
  })
  redis.on('error', onFault)
  redis.on('close', () => {
    if (!isSubscribed) return
    isSubscribed = false
    for (const listener of listeners) listener.broken?.()
  })
  redis.on('ready', () => {
    redis.subscribe(keys.stockChanges).then(() => {
      isSubscribed = true
      for (const listener of listeners) listener.resumed?.()
    }, onFault)
  })
  redis.on('message', (_channel: string, text: string) => {
    heardAt = Date.now()
    const asOfMs = readTick(text)
    if (asOfMs !== undefined) {
      // The projection's clock may be ahead of ours.
      for (const listener of listeners) listener.ticked?.(Math.min(asOfMs, heardAt))
      return
    }
    const parsed = changeSchema.safeParse(asJson(text))
    if (!parsed.success) return onFault(parsed.error)
    const { correlationId, ...stock } = parsed.data
    const change = { stock, ...(correlationId === undefined ? {} : { correlationId }) }
    for (const listener of listeners) listener.changed?.(change)
  })
  const pings = setInterval(() => {
    if (isSubscribed) redis.ping().catch(onFault)
  }, 3_000)

  return {
    isUp: () => isSubscribed && Date.now() - heardAt < SILENT_MS,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      clearInterval(pings)
      listeners.clear()
      redis.disconnect()
    },
  }
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the schema refuses it
  }
}
