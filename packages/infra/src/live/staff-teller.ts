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
  const tell = (): void => {
    for (const topic of moved) redis.publish(keys.staffMoved, topic).catch(onFault)
    moved.clear()
  }
  return (topic) => {
    if (moved.size === 0) setTimeout(tell, GATHER_MS).unref()
    moved.add(topic)
  }
}
