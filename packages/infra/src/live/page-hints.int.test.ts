import { randomUUID } from 'node:crypto'
import { type OutboxMessage, type SequencedMessage, type StaffHints, staffMoves } from '@selvedge/core'
import { requiredUrls } from '@selvedge/stack'
import type { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRedis, untilConnected } from '../redis/redis-client'
import { redisKeys } from '../redis/redis-keys'
import { createPageHintsSink } from './page-hints-sink'
import { createRedisHints } from './redis-hints'
import { createStaffTeller } from './staff-teller'

const keys = redisKeys(randomUUID())
let redis: Redis
let hints: StaffHints & { close(): void }

beforeAll(async () => {
  const url = requiredUrls().REDIS_URL
  redis = createRedis({ url, name: 'test', onFault: () => undefined })
  await untilConnected(redis, 5_000)
  hints = createRedisHints({ url, channel: keys.staffMoved, name: 'test-hints', onFault: () => undefined })
  // Nobody is told before the subscription stands.
  while ((await redis.pubsub('NUMSUB', keys.staffMoved))[1] !== 1);
})
afterAll(() => {
  hints.close()
  redis.disconnect()
})

const sequenced = (message: OutboxMessage): SequencedMessage => ({
  seq: 1n,
  correlationId: 'test',
  recordedAt: new Date(),
  message,
})

test('a message of the outbox wakes the open pages of its topic, on whichever server they are', async () => {
  const sink = createPageHintsSink({ redis, keys })
  const leaving = new AbortController()
  const pages = [staffMoves(hints, leaving.signal), staffMoves(hints, leaving.signal)]
  await Promise.all(pages.map((page) => page.next()))
  const woken = Promise.all(pages.map((page) => page.next()))
  const startedAt = performance.now()
  await sink.handle([
    sequenced({ topic: 'catalog', type: 'ProductChanged', productId: 1, version: 1 }),
    sequenced({ topic: 'poll', type: 'PollAnswered', pollId: 'cloth' }),
  ])
  expect(await woken).toEqual(pages.map(() => ({ done: false, value: ['poll'] })))
  // Far before they would have looked by themselves.
  expect(performance.now() - startedAt).toBeLessThan(20_000)
  leaving.abort()
  await Promise.all(pages.map((page) => page.return(undefined)))
})

test('what no message tells of is told by the way: once for all that moves together', async () => {
  const tell = createStaffTeller({ redis, keys, onFault: () => undefined })
  const told: string[] = []
  const listener = redis.duplicate({ enableOfflineQueue: true })
  listener.on('message', (_channel, topic) => told.push(topic))
  await listener.subscribe(keys.staffMoved)
  const leaving = new AbortController()
  const page = staffMoves(hints, leaving.signal)
  await page.next()
  const woken = page.next()
  for (let step = 0; step < 40; step += 1) tell('order')
  await expect.poll(() => told, { timeout: 10_000 }).toEqual(['order'])
  expect(await woken).toEqual({ done: false, value: ['order'] })
  tell('order')
  await expect.poll(() => told, { timeout: 10_000 }).toEqual(['order', 'order'])
  leaving.abort()
  await page.return(undefined)
  listener.disconnect()
})

test('a Redis that is away is told of, and keeps nobody from going on', async () => {
  const away = createRedis({ url: 'redis://127.0.0.1:9', name: 'test', onFault: () => undefined })
  const faults: unknown[] = []
  const tell = createStaffTeller({ redis: away, keys, onFault: (fault) => faults.push(fault) })
  tell('order')
  await expect.poll(() => faults, { timeout: 10_000 }).toHaveLength(1)
  away.disconnect()
})
