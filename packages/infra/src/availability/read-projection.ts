import type { SkuStock } from '@selvedge/core'
import type { Redis } from 'ioredis'
import type { RedisKeys } from '../redis/redis-keys'

/** Availability as Redis has it, in one round trip; SKUs it does not know are left out. Faults are thrown. */
export const readProjection = async (
  { redis, keys }: { redis: Redis; keys: RedisKeys },
  skus: readonly string[],
): Promise<ReadonlyMap<string, SkuStock>> => {
  const pipeline = redis.pipeline()
  for (const sku of skus) pipeline.hmget(keys.stockOfSku(sku), 'v', 'a', 'f')
  const answers = (await pipeline.exec()) ?? []
  const found = new Map<string, SkuStock>()
  for (const [n, sku] of skus.entries()) {
    const [error, sums] = answers[n] ?? [new Error('Redis left an answer out'), undefined]
    if (error !== null) throw error
    if (!Array.isArray(sums) || sums[0] === null || sums[1] === null) continue
    const future = Number(sums[2] ?? 0)
    found.set(sku, {
      sku,
      version: Number(sums[0]),
      available: Number(sums[1]),
      ...(future > 0 ? { future } : {}),
    })
  }
  return found
}
