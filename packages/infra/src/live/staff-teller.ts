import type { StaffTopic } from '@selvedge/core'
import type { Redis } from 'ioredis'
import type { RedisKeys } from '../redis/redis-keys'

/** What moves within this time is told once, however many checkouts are under way. Milliseconds. */
const GATHER_MS = 200

/**
 * Tells open pages of staff, on whichever server they are, of a move that no message of the outbox tells of. Nothing waits
 * for it, and it may get lost: they look by themselves after a while.
 */
export const createStaffTeller = (deps: {
  redis: Redis
  keys: RedisKeys
  onFault(error: unknown): void
}): ((topic: StaffTopic) => void) => {
  const { redis, keys, onFault } = deps
  const moved = new Set<StaffTopic>()
  let isFailing = false
  const publish = async (topic: StaffTopic): Promise<void> => {
    try {
      await redis.publish(keys.staffMoved, topic)
      isFailing = false
    } catch (fault) {
      // Told once, however many checkouts there are while Redis is away.
      if (!isFailing) onFault(fault)
      isFailing = true
    }
  }
  const tell = (): void => {
    for (const topic of moved) void publish(topic)
    moved.clear()
  }
  return (topic) => {
    if (moved.size === 0) setTimeout(tell, GATHER_MS).unref()
    moved.add(topic)
  }
}
