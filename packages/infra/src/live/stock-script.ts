import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'

/**
 * Takes in the state of records of one SKU, drops versions not above the known ones, keeps the SKU's sums, and
 * publishes the SKU when its availability changed, now or of supply to come. The SKU's version is the sum of its records'
 * versions.
 * A SKU is refused while the projection is of another generation: sums over a part of the records would be wrong.
 *
 * KEYS sku, generation; ARGV generation ('' takes any), channel, sku, correlation id, then (record, version, available, future)*.
 */
const SCRIPT = `
if ARGV[1] ~= '' and redis.call('GET', KEYS[2]) ~= ARGV[1] then return -1 end
local sums = redis.call('HMGET', KEYS[1], 'v', 'a', 'f')
local version, before, futureBefore = tonumber(sums[1] or 0), tonumber(sums[2] or -1), tonumber(sums[3] or 0)
local available, future = math.max(before, 0), futureBefore
local isNewer = false
for i = 5, #ARGV, 4 do
  local known = redis.call('HGET', KEYS[1], 'r' .. ARGV[i])
  local knownVersion, knownAvailable, knownFuture = -1, 0, 0
  if known then
    local v, a, f = string.match(known, '(%d+):(%d+):?(%d*)')
    knownVersion, knownAvailable, knownFuture = tonumber(v), tonumber(a), tonumber(f) or 0
  end
  local newVersion = tonumber(ARGV[i + 1])
  if newVersion > knownVersion then
    isNewer = true
    redis.call('HSET', KEYS[1], 'r' .. ARGV[i], ARGV[i + 1] .. ':' .. ARGV[i + 2] .. ':' .. ARGV[i + 3])
    version = version + newVersion - math.max(knownVersion, 0)
    available = available + tonumber(ARGV[i + 2]) - knownAvailable
    future = future + tonumber(ARGV[i + 3]) - knownFuture
  end
end
if not isNewer then return 0 end
redis.call('HSET', KEYS[1], 'v', version, 'a', available, 'f', future)
if available == before and future == futureBefore then return 0 end
local change = { sku = ARGV[3], version = version, available = available }
if future > 0 then change.future = future end
if ARGV[4] ~= '' then change.correlationId = ARGV[4] end
redis.call('PUBLISH', ARGV[2], cjson.encode(change))
return 1`

const SHA = createHash('sha1').update(SCRIPT).digest('hex')

export type ScriptCall = { readonly keys: readonly [string, string]; readonly args: readonly (string | number)[] }

/** What the script answered: the projection is of another generation, nothing new to publish, or published. */
export type ScriptAnswer = -1 | 0 | 1

/** Runs the calls in one round trip, loading the script where the server does not have it. */
export const runStockScript = async (redis: Redis, calls: readonly ScriptCall[]): Promise<readonly ScriptAnswer[]> => {
  try {
    return await run(redis, calls)
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
    await redis.script('LOAD', SCRIPT)
    return run(redis, calls) // what the first try applied is dropped by its version
  }
}

const run = async (redis: Redis, calls: readonly ScriptCall[]): Promise<readonly ScriptAnswer[]> => {
  const pipeline = redis.pipeline()
  for (const { keys, args } of calls) pipeline.evalsha(SHA, keys.length, ...keys, ...args)
  const answers = (await pipeline.exec()) ?? []
  return answers.map(([error, answer]) => {
    if (error !== null) throw error
    return answer === 1 ? 1 : answer === -1 ? -1 : 0
  })
}
