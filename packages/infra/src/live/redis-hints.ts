import type { Hints } from '@selvedge/core'
import { Redis } from 'ioredis'

/** Hears which keys of a channel moved. A hint may get lost: whoever waits for one looks by itself after a while. */
export const createRedisHints = (deps: {
  url: string
  channel: string
  /** What the connection is called in the server's list. */
  name: string
  onFault(error: unknown): void
}): Hints & { close(): void } => {
  const { url, channel, name, onFault } = deps
  const waiting = new Map<string, Set<() => void>>()
  const redis = new Redis(url, {
    connectionName: name,
    maxRetriesPerRequest: null,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(1_000, 50 * attempt),
  })
  redis.on('error', onFault)
  redis.on('message', (_channel: string, key: string) => {
    for (const wake of waiting.get(key) ?? []) wake()
  })
  redis.subscribe(channel).catch(onFault)

  return {
    onHint: (key, wake) => {
      const wakes = waiting.get(key) ?? new Set()
      waiting.set(key, wakes.add(wake))
      return () => {
        wakes.delete(wake)
        if (wakes.size === 0 && waiting.get(key) === wakes) waiting.delete(key)
      }
    },
    close: () => redis.disconnect(),
  }
}
