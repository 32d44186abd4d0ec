import { Redis } from 'ioredis'
import { DEFAULT_REDIS_PREFIX } from '../redis/redis-keys'

/**
 * Counters that rise when what is cached under them has changed: `search` with a document of the index, `buyable` when only
 * what can be bought of one did, `catalog` with a product itself.
 */
export type Generations = { readonly search: number; readonly buyable: number; readonly catalog: number }

export type GenerationCounters = {
  bump(which: keyof Generations): Promise<void>
  read(): Promise<Generations>
}

/** The counters in Redis, each under `<prefix>:<name>:generation`. */
export const createGenerationCounters = (
  redis: Pick<Redis, 'incr' | 'mget'>,
  prefix = DEFAULT_REDIS_PREFIX,
): GenerationCounters => {
  const key = (which: keyof Generations): string => `${prefix}:${which}:generation`
  return {
    bump: async (which) => {
      await redis.incr(key(which))
    },
    read: async () => {
      const [search, buyable, catalog] = await redis.mget(key('search'), key('buyable'), key('catalog'))
      return { search: Number(search ?? 0), buyable: Number(buyable ?? 0), catalog: Number(catalog ?? 0) }
    },
  }
}

/** The counters over a connection of their own, for a command that runs once; it connects with the first call. */
export const connectGenerationCounters = (
  redisUrl: string,
  prefix?: string,
): GenerationCounters & { close(): void } => {
  const redis = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 2 })
  return { ...createGenerationCounters(redis, prefix), close: () => redis.disconnect() }
}
