import { randomUUID } from 'node:crypto'
import { type PersonKey, type Signal, userKey, visitorKey } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './testing/browser-of-shop'
import { type Histories, openHistories } from './testing/histories'

let histories: Histories
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

test('while Redis is away a saved piece is kept and comes along at sign-in, the profile later; a judgement is refused', async () => {
  const { take, shopper, profiles, withoutRedis } = histories
  const [visitorId, userId] = [randomUUID(), randomUUID()]
  const [guest, user] = [visitorKey(visitorId), userKey(userId)]
  await take(guest, [{ kind: 'view', productId: 3 }])
  const away = withoutRedis()
  await away.shopper.setSaved(guest, { productId: 3, isSaved: true })
  await expect(away.shopper.judge(guest, { productId: 3, says: 'dislike' })).rejects.toThrow()
  expect(await away.shopper.signIn(visitorId, userId)).toBe(false)
  away.close()
  expect(away.faults).toHaveLength(2)
  expect(await shopper.savedIds(user)).toEqual([3])
  expect(await shopper.signIn(visitorId, userId)).toBe(true)
  expect((await profiles.read(user))?.recent.map(({ productId }) => productId)).toEqual([3])
})

test('a sign-in while Redis is away keeps the name of the visit until a request brings all of it to the account', async () => {
  const { database, take, shopper, profiles, withoutRedis } = histories
  const away = withoutRedis()
  const browser = openBrowser(database.pool, away.shopper)
  const guest = browser.visit()
  await take(guest, [{ kind: 'view', productId: 4 }])
  const user = await browser.signUp()
  expect(await browser.ask()).toBe(user)
  expect(browser.isVisitKnown()).toBe(true)

  browser.shopIs(shopper)
  await browser.ask()
  expect(browser.isVisitKnown()).toBe(true) // tried a moment ago
  browser.waitMs(60_000)
  expect(await browser.ask()).toBe(user)
  away.close()
  expect(browser.isVisitKnown()).toBe(false)
  expect((await profiles.read(user))?.recent.map(({ productId }) => productId)).toEqual([4])
  expect(await profiles.read(guest)).toBeUndefined()
  // What was on its way meanwhile counts for the account as well.
  expect([...(await profiles.standingOf([guest])).values()]).toMatchObject([{ person: user }])
})

test('a no of the account holds for a visit that was signed in while Redis was away: lists come along, the rest is erased', async () => {
  const { database, take, shopper, profiles, withoutRedis } = histories
  const away = withoutRedis()
  const browser = openBrowser(database.pool, shopper)
  const user = await browser.signUp()
  await browser.signOut()
  await shopper.decideConsent(user, false)
  const guest = browser.visit()
  await take(guest, [{ kind: 'view', productId: 4 }])
  await shopper.setSaved(guest, { productId: 5, isSaved: true })
  browser.shopIs(away.shopper)
  await browser.signIn()
  away.close()
  expect(await shopper.savedIds(user)).toEqual([5])
  expect(browser.isVisitKnown()).toBe(true)

  browser.shopIs(shopper)
  await browser.ask()
  expect(browser.isVisitKnown()).toBe(false)
  for (const person of [guest, user]) expect((await profiles.read(person))?.recent ?? []).toEqual([])
  expect(await shopper.export(guest)).toMatchObject({ signals: [] })
  expect(await shopper.export(user)).toMatchObject({ consent: false, signals: [] })
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
