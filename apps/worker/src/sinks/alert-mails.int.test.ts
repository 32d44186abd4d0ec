import { deliverNotices, type Sink } from '@selvedge/core'
import {
  closeAlerts,
  createAlertLinks,
  createCatchingMailer,
  createGestureStore,
  createNotificationStore,
  createRelay,
  createStockEngine,
  findBackInStock,
  findCheaper,
  type PgStockEngine,
  type Relay,
  readCaughtMail,
  toldInADay,
} from '@selvedge/db'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTellAlerts } from '../alerts/tell-alerts'
import { tellHeldBack } from '../alerts/tell-held-back'
import { createAlertsSink } from './alerts-sink'

let database: TestDatabase
let engine: PgStockEngine
let relay: Relay
let faults = 0
let tellNow: () => Promise<void>
const origin = { actor: 'test', correlationId: 'delivered-again' }

beforeAll(async () => {
  database = await createTestDatabase(8)
  const { pool } = database
  engine = createStockEngine({ pool })
  const tellAlerts = createTellAlerts({
    toldInADay: (emails) => toldInADay(pool, emails),
    // Whose number is greater is liked better.
    likingOf:
      async () =>
      ({ productId }) =>
        productId,
    tell: (notices) => createNotificationStore({ pool }).add(notices),
    // What a crash leaves behind: the notice is written down, the alert still stands open.
    close: async (alertIds) => {
      if (faults > 0) {
        faults -= 1
        throw new Error('gone between telling and closing')
      }
      await closeAlerts(pool, alertIds)
    },
    counted: () => undefined,
  })
  tellNow = () => tellHeldBack(pool, tellAlerts)
  const sink: Sink = createAlertsSink({
    backInStock: (variantIds) => findBackInStock(pool, variantIds),
    cheaper: (productIds) => findCheaper(pool, productIds),
    tellAlerts,
  })
  relay = createRelay({ pool, sinks: [sink], observer: { failed: () => undefined, unreadable: () => undefined } })
  await relay.start()
})
afterAll(async () => {
  await relay.stop()
  await engine.close()
  await database.drop()
})

test('a size that is back is mailed once to who waited, over a crash between telling and closing', async () => {
  const { pool } = database
  await insertStock(pool, { variantId: 1, units: [0] })
  const gestures = createGestureStore({ pool })
  const ask = { person: 'v:ada', email: 'ada@b.example', limit: 50, sku: 'SKU-1' }
  expect(await gestures.askForStock(ask)).toMatchObject({ outcome: 'asked' })

  faults = 1
  const found = { variantId: 1, recordId: 10, type: 'Found', quantity: 1 } as const
  await engine.execute({ kind: 'observe', origin, observations: [found] })
  await vi.waitFor(async () => expect((await gestures.alerts('v:ada'))[0]?.fulfilledAtMs).toBeDefined(), {
    timeout: 40_000,
    interval: 100,
  })
  await engine.execute({ kind: 'observe', origin, observations: [found] })

  const links = createAlertLinks({ secret: 'a secret of this test' })
  const post = {
    store: createNotificationStore({ pool }),
    mailer: createCatchingMailer({ pool }),
    shopUrl: 'http://shop.example',
    links,
  }
  expect(await deliverNotices(post, 10)).toEqual({ sent: 1, failed: 0 })
  const [mail, ...others] = await readCaughtMail(pool, 10)
  expect(others).toEqual([])
  expect(mail).toMatchObject({ to: 'ada@b.example', subject: expect.stringMatching(/^It is back: /) })
  const wayOut = new URL(mail?.body.split('\n').at(-1) ?? '')
  expect(wayOut.pathname).toBe('/alerts/stop')
  expect(links.isTokenOf('ADA@b.example', wayOut.searchParams.get('token') ?? '')).toBe(true)
  expect(links.isTokenOf('eve@b.example', wayOut.searchParams.get('token') ?? '')).toBe(false)
  const told = await post.store.recent(10)
  expect(told.map(({ kind, state }) => [kind, state])).toEqual([['back-in-stock', 'sent']])
})

test('of five pieces that come back at once the three best liked are told today, the others on a later day', async () => {
  const { pool } = database
  const gestures = createGestureStore({ pool })
  const wanted = [11, 12, 13, 14, 15]
  for (const variantId of wanted) {
    await insertStock(pool, { variantId, units: [0] })
    await gestures.askForStock({ person: 'v:bo', email: 'bo@b.example', limit: 50, sku: `SKU-${variantId}` })
  }
  const observations = wanted.map((variantId) => ({
    variantId,
    recordId: variantId * 10,
    type: 'Found' as const,
    quantity: 1,
  }))
  await engine.execute({ kind: 'observe', origin, observations })
  const toldOf = async () =>
    (await gestures.alerts('v:bo'))
      .filter(({ fulfilledAtMs }) => fulfilledAtMs !== undefined)
      .map(({ productId }) => productId)
      .sort((a, b) => a - b)
  await vi.waitFor(async () => expect(await toldOf()).toEqual([13, 14, 15]), { timeout: 40_000, interval: 100 })
  await tellNow()
  expect(await toldOf()).toEqual([13, 14, 15])
  // A day later.
  await pool.query("UPDATE product_alert SET fulfilled_at = fulfilled_at - interval '25 hours' WHERE person = 'v:bo'")
  await tellNow()
  expect(await toldOf()).toEqual(wanted)
})
