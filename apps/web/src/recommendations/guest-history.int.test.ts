import { randomUUID } from 'node:crypto'
import {
  createBehaviourService,
  type PersonKey,
  personKeySchema,
  type Signal,
  shopperViewOf,
  userKey,
  visitorKey,
} from '@selvedge/core'
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
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServedWriter } from './served-writer'
import { openFeedWorld } from './testing/feed-world'

const onFault = (fault: unknown): never => {
  throw fault
}

/** A shop whose feed reads real profiles, and everything that is kept of a shopper, as the web server holds it. */
const openHistories = async () => {
  const world = await openFeedWorld()
  await world.engine.refresh()
  const { pool } = world.database
  const redis = createRedis({ url: requiredUrls().REDIS_URL, name: 'test', onFault: () => undefined })
  await untilConnected(redis, 5_000)
  const keys = behaviourKeys(`test-${randomUUID()}`)
  const profiles = createProfileStore({
    redis,
    keys,
    facts: createSignalFactsReader({ pool, nowMs: Date.now }),
    nowMs: Date.now,
  })
  const [log, served] = [createBehaviourLog({ pool }), createServedLog({ pool })]
  const writer = createServedWriter({ served, standingOf: profiles.standingOf, onFault })
  const feed = world.feedWith({
    readShopper: async (person, nowMs) => {
      const profile = await profiles.read(personKeySchema.parse(person))
      return profile && shopperViewOf(profile, nowMs)
    },
    log: writer.add,
  })
  return {
    served,
    writer,
    profiles,
    feed: (person: PersonKey) => feed({ placement: 'for-you', person, length: 12 }),
    shopper: createBehaviourService({
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
    }),
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

let histories: Awaited<ReturnType<typeof openHistories>>
beforeAll(async () => {
  histories = await openHistories()
})
afterAll(() => histories.close())

const idsOf = async (person: PersonKey): Promise<readonly string[]> =>
  (await histories.served.recent({ person, limit: 10 })).map(({ servedId }) => servedId)

/** The odds by which a product was ranked in an answer; 0 where it was not in it. */
const oddsOf = async (servedId: string, productId: number): Promise<number> => {
  const row = await histories.served.find(servedId)
  const chance = row?.products.find((product) => product.productId === productId)?.score ?? 0
  return chance / (1 - chance)
}

test('what a guest was shown and passed over is known of the account, and the next feed there goes on from it', async () => {
  const { feed, take, shopper, writer, profiles } = histories
  const [visitorId, userId] = [randomUUID(), randomUUID()]
  const [guest, user] = [visitorKey(visitorId), userKey(userId)]
  await take(guest, [{ kind: 'view', productId: 1 }])
  const first = await feed(guest)
  const passed = first.items[0]?.card.productId ?? 0
  const showing = { placement: 'for-you', position: 0, servedId: first.servedId } as const
  await take(
    guest,
    Array.from({ length: 9 }, (): Signal => ({ kind: 'impression', productId: passed, showing })),
  )
  await writer.flush()
  // This one still waits to be written while the guest signs in.
  const late = await feed(guest)
  await shopper.signIn(visitorId, userId)
  await writer.flush()
  expect(await idsOf(user)).toEqual([late.servedId, first.servedId])
  expect(await idsOf(guest)).toEqual([])
  expect((await profiles.read(user))?.shown).toMatchObject([{ productId: passed, times: 9 }])

  const next = await feed(user)
  await writer.flush()
  // Nine times seen and never opened: it counts for less, if it comes again at all.
  expect(await oddsOf(next.servedId, passed)).toBeLessThan((await oddsOf(first.servedId, passed)) / 2)
})

test('signing in again changes nothing, and a history that is erased takes along what was shown, also what comes late', async () => {
  const { feed, take, shopper, writer } = histories
  const [visitorId, userId] = [randomUUID(), randomUUID()]
  const [guest, user] = [visitorKey(visitorId), userKey(userId)]
  await take(guest, [{ kind: 'view', productId: 2 }])
  const shown = await feed(guest)
  await writer.flush()
  for (let time = 0; time < 2; time++) await shopper.signIn(visitorId, userId)
  expect(await idsOf(user)).toEqual([shown.servedId])
  expect(await shopper.export(user)).toMatchObject({ shown: [{ id: shown.servedId }] })
  await feed(guest)
  await shopper.erase(user, { lists: true })
  await writer.flush()
  expect([await idsOf(guest), await idsOf(user)]).toEqual([[], []])
})

test('an account that said no is taught nothing by a guest’s visit; of the visit nothing is left', async () => {
  const { take, shopper, profiles } = histories
  const [visitorId, userId] = [randomUUID(), randomUUID()]
  const [guest, user] = [visitorKey(visitorId), userKey(userId)]
  await take(guest, [{ kind: 'view', productId: 1 }])
  await shopper.decideConsent(user, false)
  await shopper.signIn(visitorId, userId)
  for (const person of [guest, user]) expect((await profiles.read(person))?.recent ?? []).toEqual([])
  expect(await shopper.export(guest)).toMatchObject({ signals: [] })
  expect(await shopper.export(user)).toMatchObject({ consent: false, signals: [] })
})

test('a browser that has not decided takes the word of the account, and a no of either is never made a yes', async () => {
  const { shopper } = histories
  const user = userKey(randomUUID())
  const held = () => Promise.all([undefined, true, false].map((here) => shopper.consentIn(user, here)))
  expect(await held()).toEqual([undefined, true, false])
  await shopper.decideConsent(user, true)
  expect(await held()).toEqual([true, true, false])
  await shopper.decideConsent(user, false)
  expect(await held()).toEqual([false, false, false])
})
