import { type Sink, type StaffTopic, staffTopicsOf } from '@selvedge/core'
import type { Redis } from 'ioredis'
import type { RedisKeys } from '../redis/redis-keys'

/**
 * Publishes the ids of orders that moved, and the topics of staff that did: who watches one looks at once instead of at
 * its next turn. Named after the first of them; a cursor keeps its name.
 */
export const createPageHintsSink = ({ redis, keys }: { redis: Redis; keys: RedisKeys }): Sink => ({
  name: 'order-hints',
  handle: async (messages) => {
    const orders = new Set<string>()
    const topics = new Set<StaffTopic>()
    for (const { message } of messages) {
      if (message.topic === 'order') orders.add(message.orderId)
      for (const topic of staffTopicsOf(message)) topics.add(topic)
    }
    if (orders.size === 0 && topics.size === 0) return
    const pipeline = redis.pipeline()
    for (const orderId of orders) pipeline.publish(keys.ordersMoved, orderId)
    for (const topic of topics) pipeline.publish(keys.staffMoved, topic)
    await pipeline.exec()
  },
})
