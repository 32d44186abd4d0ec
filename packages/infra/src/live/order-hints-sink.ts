import type { Sink } from '@selvedge/core'
import type { Redis } from 'ioredis'
import type { RedisKeys } from '../redis/redis-keys'

/** Publishes the ids of orders that moved: who watches one looks at once instead of at its next turn. */
export const createOrderHintsSink = ({ redis, keys }: { redis: Redis; keys: RedisKeys }): Sink => ({
  name: 'order-hints',
  handle: async (messages) => {
    const moved = new Set<string>()
    for (const { message } of messages) if (message.topic === 'order') moved.add(message.orderId)
    if (moved.size === 0) return
    const pipeline = redis.pipeline()
    for (const orderId of moved) pipeline.publish(keys.ordersMoved, orderId)
    await pipeline.exec()
  },
})
