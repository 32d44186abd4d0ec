import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY, type Sink, type StockMessage } from '@selvedge/core'
import {
  createNotificationStore,
  createOrderSecrets,
  createRelay,
  createStockEngine,
  createSupplyDesk,
  type PgStockEngine,
  type Relay,
  readAwaited,
  readOrdersToTell,
} from '@selvedge/db'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openShop, orderFor, shopperOf, totalOf } from '../testing/checkout/open-shop'
import { createBackfillSink } from './backfill-sink'
import { createNoticesSink } from './notices-sink'

let database: TestDatabase
let engines: PgStockEngine[]
let relays: Relay[]
const stock: StockMessage[] = []
const rebound: number[] = []
const origin = { actor: 'test', correlationId: 'told' }

beforeAll(async () => {
  database = await createTestDatabase(24)
  const { pool } = database
  engines = [createStockEngine({ pool }), createStockEngine({ pool })]
  const [engine] = engines
  if (!engine) throw new Error('no engine')
  const supply = createSupplyDesk({ pool, engine })
  const secrets = createOrderSecrets({ secret: 'a secret of this test' })
  const watcher: Sink = {
    name: 'watcher',
    handle: async (messages) => {
      for (const { message } of messages) if (message.topic === 'stock') stock.push(message)
    },
  }
  const sinks = [
    watcher,
    createNoticesSink({
      readOrders: (orderIds) => readOrdersToTell({ pool, secrets }, orderIds),
      store: createNotificationStore({ pool }),
    }),
    createBackfillSink({
      awaited: (variantIds) => readAwaited(pool, variantIds),
      desk: {
        rebind: async (variantIds, by) => {
          rebound.push(...variantIds)
          return await supply.rebind(variantIds, by)
        },
      },
    }),
  ]
  const observer = { failed: () => undefined, unreadable: () => undefined }
  // Two relays of one database, as two workers have them.
  relays = [createRelay({ pool, sinks, observer }), createRelay({ pool, sinks, observer })]
  await Promise.all(relays.map((relay) => relay.start()))
})
afterAll(async () => {
  await Promise.all(relays.map((relay) => relay.stop()))
  await Promise.all(engines.map((engine) => engine.close()))
  await database.drop()
})

const until = (seen: () => Promise<void>) => vi.waitFor(seen, { timeout: 40_000, interval: 100 })

test('what a sink has seen is the ledger: the same entries, and per record in the same order', async () => {
  for (const variantId of [1, 2, 3]) await insertStock(database.pool, { variantId, units: [40, 40] })
  const policy = { ...DEFAULT_HOLD_POLICY, maxUnitsPerSku: 100, holderSharePerMille: 1_000, heatPerMille: 1_000 }
  const buy = async (n: number): Promise<void> => {
    const [cartId, reservationId, variantId] = [randomUUID(), randomUUID(), 1 + (n % 3)]
    const engine = engines[n % 2]
    const lines = [{ reservationId, variantId, units: 1 }]
    const held = await engine?.execute({ kind: 'hold', purpose: 'bag', origin, policy, holder: { cartId }, lines })
    if (!held?.ok) throw new Error('not held')
    const holds = [{ reservationId, variantId }]
    if (n % 4 === 0) await engine?.execute({ kind: 'release', origin, cartId, holds, reason: 'test' })
    else await engine?.execute({ kind: 'commit', origin, cartId, holds })
  }
  await Promise.all(Array.from({ length: 150 }, (_, n) => buy(n)))

  const { rows } = await database.pool.query<{ record_id: number; version: number; type: string }>(
    'SELECT record_id, version, type FROM inventory_event WHERE version > 1 ORDER BY record_id, version',
  )
  await until(async () => expect(stock).toHaveLength(rows.length))
  const perRecord = [...new Set(rows.map((row) => row.record_id))].flatMap((recordId) =>
    stock.filter((message) => message.recordId === recordId),
  )
  expect(perRecord.map(({ recordId, version, type }) => [recordId, version, type])).toEqual(
    rows.map(({ record_id, version, type }) => [record_id, version, type]),
  )
})

test('stock that turns up keeps the promise of who waits, and the buyer is told of each step once', async () => {
  const { pool } = database
  for (const variantId of [10, 11]) await insertStock(pool, { variantId, units: [0] })
  const shop = openShop(database.url, { policy: { holderSharePerMille: 1_000, heatPerMille: 1_000 } })
  const supply = createSupplyDesk({ pool, engine: shop.stock })
  await supply.addSupplier({ code: 'MILL', name: 'Mill', email: 'm@b.example', country: 'PT', leadDays: 9 })
  const expectedOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
  const lines = [{ sku: 'SKU-10', units: 4, presale: true }]
  expect(
    await supply.announce({ announcementId: randomUUID(), supplierId: 1, locationId: 1, expectedOn, lines }, origin),
  ).toMatchObject({ ok: true })
  const cartId = randomUUID()
  const wish = { requestId: randomUUID(), sku: 'SKU-10', quantity: 1, allowFuture: true }
  expect(await shop.bag.add(shopperOf(cartId), wish)).toMatchObject({ ok: true })
  const placed = await shop.checkout.place({ cartId, origin }, orderFor(1, { expectedTotalMinor: totalOf(1) }))
  if (!placed.ok) throw new Error(placed.error.code)
  const { number } = placed.value.order

  for (const variantId of [10, 11])
    await shop.stock.execute({
      kind: 'observe',
      origin,
      observations: [{ variantId, recordId: variantId * 10, type: 'Found', quantity: 1 }],
    })
  const told = async () => (await createNotificationStore({ pool }).recent(10)).map(({ subject }) => subject).sort()
  await until(async () => expect(await told()).toEqual([`It is here: order ${number}`, `Order ${number} is confirmed`]))
  await until(async () => expect(stock.map(({ variantId }) => variantId)).toContain(11))
  expect(rebound).toContain(10)
  expect(rebound).not.toContain(11)
  await shop.close()
})
