import { createHash } from 'node:crypto'
import type { BehaviourSink, RecordedSignal } from '@selvedge/core'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { BehaviourKeys } from './behaviour-keys'

/** Ids are remembered this long per session, longer than a browser goes on trying to send a batch. */
const SEEN_MS = 8 * 86_400_000
/** About 1 GB of entries: past it the browsers keep their signals until the worker has caught up. */
const FULL_AT = 1_000_000

/**
 * Adds what was not seen before, in one step: an id is remembered exactly when its signal is in the stream.
 * KEYS stream, seen; ARGV full at, seen for ms, then (id, signal)*. Answers -1 when full, else how many were added.
 */
const SCRIPT = `
if redis.call('XLEN', KEYS[1]) >= tonumber(ARGV[1]) then return -1 end
local added = 0
for i = 3, #ARGV, 2 do
  if redis.call('SADD', KEYS[2], ARGV[i]) == 1 then
    redis.call('XADD', KEYS[1], '*', 's', ARGV[i + 1])
    added = added + 1
  end
end
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return added`

const SHA = createHash('sha1').update(SCRIPT).digest('hex')

/** Puts signals into the stream that the worker drains. Signals of one call are of one session or of none. */
export const createBehaviourSink = (deps: { redis: Redis; keys: BehaviourKeys; fullAt?: number }): BehaviourSink => {
  const { redis, keys, fullAt = FULL_AT } = deps
  const run = async (seen: string, args: readonly (string | number)[]): Promise<number> => {
    try {
      return z.int().parse(await redis.evalsha(SHA, 2, keys.stream, seen, ...args))
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
      return z.int().parse(await redis.eval(SCRIPT, 2, keys.stream, seen, ...args))
    }
  }
  return {
    record: async (signals) => {
      const [first] = signals
      if (!first) return { accepted: 0, duplicates: 0, isFull: false }
      const args = signals.flatMap((signal) => [signal.eventId, JSON.stringify(signal)])
      const added = await run(keys.seen(seenOf(first)), [fullAt, SEEN_MS, ...args])
      if (added < 0) return { accepted: 0, duplicates: 0, isFull: true }
      return { accepted: added, duplicates: signals.length - added, isFull: false }
    },
  }
}

// Under the person's name as well: nobody can use up the ids of another's session.
const seenOf = ({ sessionId, person }: RecordedSignal): string => `${person}:${sessionId ?? ''}`
