import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { RedisKeys } from '../redis/redis-keys'

const priceMarkSchema = z.object({ fingerprint: z.string(), movedAtMs: z.number() })

/** Which prices stood when they were read last, by whichever server, and since when. */
export type PriceMark = z.infer<typeof priceMarkSchema>

export type PriceMarkStore = {
  /** Undefined where none was kept, or nobody can read it; throws when Redis is away. */
  read(): Promise<PriceMark | undefined>
  keep(mark: PriceMark): Promise<void>
}

/** The mark of all servers of a shop. One that is lost costs open pages a question each, no more. */
export const createPriceMarkStore = ({ redis, keys }: { redis: Redis; keys: RedisKeys }): PriceMarkStore => ({
  read: async () => {
    const text = await redis.get(keys.priceMark)
    return text === null ? undefined : priceMarkSchema.safeParse(asJson(text)).data
  },
  keep: async (mark) => {
    await redis.set(keys.priceMark, JSON.stringify(mark))
  },
})

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not JSON: the schema refuses it
  }
}
