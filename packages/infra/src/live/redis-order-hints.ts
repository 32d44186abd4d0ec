import type { OrderHints } from '@selvedge/core'
import { Redis } from 'ioredis'
import type { RedisKeys } from '../redis/redis-keys'

/** Hears which orders moved. A hint may get lost: whoever waits for one looks by itself after a while. */
export const createRedisOrderHints = (deps: {
  url: string
  keys: RedisKeys
  onFault(error: unknown): void
}): OrderHints & { close(): void } => {
  const { url, keys, onFault } = deps
  const waiting = new Map<string, Set<() => void>>()
  const redis = new Redis(url, {
    connectionName: 'order-hints',
    maxRetriesPerRequest: null,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(1_000, 50 * attempt),
  })
  redis.on('error', onFault)
  redis.on('message', (_channel: string, orderId: string) => {
    for (const wake of waiting.get(orderId) ?? []) wake()
  })
  redis.subscribe(keys.ordersMoved).catch(onFault)

  return {
    onHint: (orderId, wake) => {
      const wakes = waiting.get(orderId) ?? new Set()
      waiting.set(orderId, wakes.add(wake))
      return () => {
        wakes.delete(wake)
        if (wakes.size === 0 && waiting.get(orderId) === wakes) waiting.delete(orderId)
      }
    },
    close: () => redis.disconnect(),
  }
}
