import { Redis } from 'ioredis'

export type RedisClientOptions = {
  readonly url: string
  /** Shown in the server's client list. */
  readonly name: string
  /** Every fault of the connection; it reconnects by itself. */
  onFault(error: Error): void
}

/**
 * A connection for commands. It never queues while Redis is away and never waits longer than half a second: whoever
 * asks has something else to fall back on. A Redis that takes commands and answers nothing is given up after two seconds:
 * from then on it refuses at once, as one that is away, until another connection stands.
 */
export const createRedis = ({ url, name, onFault }: RedisClientOptions): Redis => {
  const redis = new Redis(url, {
    connectionName: name,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    commandTimeout: 500,
    // Counted from a command on of which nothing was heard; a quiet connection may be quiet.
    socketTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(1_000, 50 * attempt),
  })
  redis.on('error', onFault)
  return redis
}

/** Resolves when commands are answered, or after `withinMs` all the same: a process starts without Redis too. */
export const untilConnected = (redis: Redis, withinMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    if (redis.status === 'ready') return resolve(true)
    const done = (isReady: boolean): void => {
      clearTimeout(timer)
      redis.off('ready', ready)
      resolve(isReady)
    }
    const ready = (): void => done(true)
    const timer = setTimeout(() => done(false), withinMs)
    redis.once('ready', ready)
  })
