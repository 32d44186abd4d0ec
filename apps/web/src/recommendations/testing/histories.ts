import { randomUUID } from 'node:crypto'
import { createBehaviourService, type PersonKey, personKeySchema, type Signal, shopperViewOf } from '@selvedge/core'
import {
  createAlertLinks,
  createBehaviourLog,
  createConsentStore,
  createGestureStore,
  createServedLog,
  createSignalFactsReader,
} from '@selvedge/db'
import {
  behaviourKeys,
  createBehaviourSink,
  createProfileStore,
  createRedis,
  createSetAside,
  untilConnected,
} from '@selvedge/infra'
import { requiredUrls } from '@selvedge/stack'
import { createServedWriter } from '../served-writer'
import { openFeedWorld } from './feed-world'

const onFault = (fault: unknown): never => {
  throw fault
}

/** A shop whose feed reads real profiles, and everything that is kept of a shopper, as the web server holds it. */
export const openHistories = async () => {
  const world = await openFeedWorld()
  await world.engine.refresh()
  const { pool } = world.database
  const redis = createRedis({ url: requiredUrls().REDIS_URL, name: 'test', onFault: () => undefined })
  await untilConnected(redis, 5_000)
  const keys = behaviourKeys(`test-${randomUUID()}`)
  const profilesIn = (store: typeof redis) =>
    createProfileStore({
      redis: store,
      keys,
      facts: createSignalFactsReader({ pool, nowMs: Date.now }),
      nowMs: Date.now,
    })
  const profiles = profilesIn(redis)
  const [log, served] = [createBehaviourLog({ pool }), createServedLog({ pool })]
  const writer = createServedWriter({ served, standingOf: profiles.standingOf, onFault })
  const feed = world.feedWith({
    readShopper: async (person, nowMs) => {
      const profile = await profiles.read(personKeySchema.parse(person))
      return profile && shopperViewOf(profile, nowMs)
    },
    log: writer.add,
  })
  const parts = {
    sink: createBehaviourSink({ redis, keys }),
    profiles,
    log,
    setAside: createSetAside({ redis, keys }),
    consents: createConsentStore({ pool }),
    gestures: createGestureStore({ pool }),
    alertLinks: createAlertLinks({ secret: 'a secret of this test' }),
    nowMs: Date.now,
    newId: () => randomUUID(),
    onFault,
  }
  return {
    database: world.database,
    served,
    writer,
    profiles,
    feed: (person: PersonKey) => feed({ placement: 'for-you', person, length: 12 }),
    shopper: createBehaviourService(parts),
    /** The same shop while Redis is away, with what it told of that. */
    withoutRedis: () => {
      const away = createRedis({ url: 'redis://127.0.0.1:1', name: 'test', onFault: () => undefined })
      const faults: unknown[] = []
      const shopper = createBehaviourService({
        ...parts,
        sink: createBehaviourSink({ redis: away, keys }),
        profiles: profilesIn(away),
        onFault: (fault) => faults.push(fault),
      })
      return { shopper, faults, close: () => away.disconnect() }
    },
    /** Takes signals in, as the worker does. */
    take: async (person: PersonKey, signals: readonly Signal[]) => {
      const atMs = Date.now()
      const recorded = signals.map((signal, sequence) => {
        const eventId = randomUUID()
        return { eventId, person, sequence, occurredAtMs: atMs + sequence, receivedAtMs: atMs, signal }
      })
      await profiles.apply(recorded)
      await log.append(recorded)
    },
    close: async () => {
      await writer.stop()
      redis.disconnect()
      await world.close()
    },
  }
}

export type Histories = Awaited<ReturnType<typeof openHistories>>
