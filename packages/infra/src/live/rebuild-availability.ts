import type { SellingRecord, StockDirectory } from '@selvedge/core'
import type { Redis } from 'ioredis'
import type { RedisKeys } from '../redis/redis-keys'
import { runStockScript, type ScriptCall } from './stock-script'

export type RebuildStockDeps = {
  readonly redis: Redis
  readonly keys: RedisKeys
  readonly directory: StockDirectory
}

/** No ledger's name. */
const REMOVING = 'removing|'
/** SKUs in one round trip: small enough for the command time-out of a busy Redis. */
const CHUNK = 250

/**
 * Projects the levels of PostgreSQL into Redis and then signs with the generation; answers how many SKUs. Versions of
 * another ledger are removed first; of the same one they only make this a repair, so that it may run beside others.
 */
export const rebuildAvailability = async (deps: RebuildStockDeps, generation: string): Promise<number> => {
  const { redis, keys, directory } = deps
  const signed = await redis.get(keys.stockGeneration)
  // Unsigned first: whoever stops in between leaves something that nobody takes for a whole projection, and that still is
  // another ledger's to whoever comes next.
  if (signed !== null && ledgerOf(signed) !== ledgerOf(generation)) {
    await redis.set(keys.stockGeneration, REMOVING)
    await removeAll(redis, keys)
  }
  await redis.del(keys.stockGeneration)
  let skus = 0
  for await (const page of directory.sellingRecords()) {
    const calls = callsFor(page, keys)
    skus += calls.length
    for (let start = 0; start < calls.length; start += CHUNK) {
      await runStockScript(redis, calls.slice(start, start + CHUNK))
    }
  }
  await redis.set(keys.stockGeneration, generation)
  return skus
}

const callsFor = (records: readonly SellingRecord[], keys: RedisKeys): readonly ScriptCall[] => {
  const bySku = new Map<string, (string | number)[]>()
  for (const { sku, recordId, version, available, future } of records) {
    const parts = bySku.get(sku) ?? []
    parts.push(recordId, version, available, future)
    bySku.set(sku, parts)
  }
  return [...bySku].map(([sku, parts]) => ({
    keys: [keys.stockOfSku(sku), keys.stockGeneration],
    args: ['', keys.stockChanges, sku, '', ...parts],
  }))
}

const ledgerOf = (generation: string): string => generation.split('|', 1)[0] ?? ''

const removeAll = async (redis: Redis, keys: RedisKeys): Promise<void> => {
  for await (const found of redis.scanStream({ match: keys.stockOfSku('*'), count: 1_000 })) {
    if (found.length > 0) await redis.unlink(...found)
  }
}
