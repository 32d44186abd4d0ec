import { randomUUID } from 'node:crypto'
import { type PersonKey, type RecordedSignal, type Signal, visitorKey } from '@selvedge/core'
import { createBehaviourLog, createSignalFactsReader } from '@selvedge/db'
import { createTestDatabase, insertStock } from '@selvedge/db/testing'
import {
  behaviourKeys,
  createBehaviourSink,
  createBehaviourStream,
  createProfileStore,
  createRedis,
  untilConnected,
} from '@selvedge/infra'
import { requiredUrls } from '@selvedge/stack'
import { type ConsumeDeps, consumeBehaviour } from '../behaviour/consume-behaviour'
import type { BatchOutcome } from '../behaviour/take-batch'

/** The behaviour pipeline on real engines, under names of the suite's own. Products 1 to 3 exist. */
export const createBehaviourWorld = async () => {
  const { REDIS_URL } = requiredUrls()
  const database = await createTestDatabase()
  for (const variantId of [1, 2, 3]) await insertStock(database.pool, { variantId, units: [5] })
  const keys = behaviourKeys(`test-${randomUUID()}`)
  const redis = createRedis({ url: REDIS_URL, name: 'test', onFault: () => undefined })
  await untilConnected(redis, 5_000)
  const facts = createSignalFactsReader({ pool: database.pool, nowMs: Date.now })
  const profiles = createProfileStore({ redis, keys, facts, nowMs: Date.now })
  const log = createBehaviourLog({ pool: database.pool })
  const outcomes: BatchOutcome[] = []

  const streamOf = (consumer: string) =>
    createBehaviourStream({ url: REDIS_URL, keys, consumer, onFault: () => undefined })
  const startConsumer = (consumer: string, changes: Partial<ConsumeDeps> = {}) => {
    const stream = streamOf(consumer)
    const running = consumeBehaviour({
      stream,
      profiles,
      log,
      isReachable: async () => true,
      took: (outcome) => outcomes.push(outcome),
      onFault: () => undefined,
      nowMs: Date.now,
      ...changes,
    })
    return {
      stop: async () => {
        await running.stop()
        stream.close()
      },
    }
  }
  return {
    keys,
    redis,
    database,
    facts,
    profiles,
    log,
    outcomes,
    sink: createBehaviourSink({ redis, keys }),
    streamOf,
    startConsumer,
    sumOf: (part: keyof BatchOutcome) => outcomes.reduce((sum, outcome) => sum + outcome[part], 0),
    logged: async (person: PersonKey): Promise<number> => (await log.of(person, 100_000)).length,
    stop: async () => {
      redis.disconnect()
      await database.drop()
    },
  }
}
export type BehaviourWorld = Awaited<ReturnType<typeof createBehaviourWorld>>

export const newPerson = (): PersonKey => visitorKey(randomUUID())

/** A signal as the endpoint records it. */
export const signalOf = (person: PersonKey, signal: Signal, changes: Partial<RecordedSignal> = {}): RecordedSignal => ({
  eventId: randomUUID(),
  person,
  sequence: 0,
  occurredAtMs: Date.now(),
  receivedAtMs: Date.now(),
  signal,
  ...changes,
})
