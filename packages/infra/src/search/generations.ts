import { Redis } from 'ioredis'
import { DEFAULT_REDIS_PREFIX } from '../redis/redis-keys'

/** Counters that rise when what is cached under them has changed. */
export type Generations = { readonly search: number; readonly catalog: number }

export type GenerationCounters = {
  /** Says that the index (and with `catalog` also products themselves) changed. */
  bump(which: keyof Generations): Promise<void>
  read(): Promise<Generations>
}

/** The counters in Redis, under `<prefix>:search:generation` and `<prefix>:catalog:generation`. */
export const createGenerationCounters = (
  redis: Pick<Redis, 'incr' | 'mget'>,
  prefix = DEFAULT_REDIS_PREFIX,
): GenerationCounters => {
  const keys = { search: `${prefix}:search:generation`, catalog: `${prefix}:catalog:generation` }
  return {
    bump: async (which) => {
      await redis.incr(keys[which])
    },
    read: async () => {
      const [search, catalog] = await redis.mget(keys.search, keys.catalog)
      return { search: Number(search ?? 0), catalog: Number(catalog ?? 0) }
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
