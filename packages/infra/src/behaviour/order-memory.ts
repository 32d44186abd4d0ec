import type { OrderMemory } from '@selvedge/core'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { RedisKeys } from '../redis/redis-keys'

/** Longer than somebody pages through a listing. */
const KEPT_MS = 30 * 60_000

const idsSchema = z.array(z.int())

/** Orders of listings in Redis, so that any web process goes on with them. */
export const createOrderMemory = ({
  redis,
  keys,
}: {
  readonly redis: Redis
  readonly keys: Pick<RedisKeys, 'cache'>
}): OrderMemory => {
  const key = (person: string, orderId: string): string => keys.cache(`order:${person}:${orderId}`)
  return {
    keep: async (person, orderId, productIds) => {
      await redis.set(key(person, orderId), JSON.stringify(productIds), 'PX', KEPT_MS)
    },
    recall: async (person, orderId) => {
      const kept = await redis.get(key(person, orderId))
      return kept === null ? undefined : idsSchema.parse(JSON.parse(kept))
    },
  }
}
