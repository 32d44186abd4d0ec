import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY, type Observation, reject, type StockCommand } from '@selvedge/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { insertStock } from '../testing/insert-stock'
import { createStockEngine, type PgStockEngine } from './stock-engine'
import { createStockReader } from './stock-reader'
import { verifyLedger } from './verify'

let database: TestDatabase
let engine: PgStockEngine
let variantId = 0
const recordId = () => variantId * 10

const origin = { actor: 'test', correlationId: 'test' }
const policy = { ...DEFAULT_HOLD_POLICY, holderSharePerMille: 1_000, maxUnitsPerSku: 50 }
const observe = (seen: Partial<Observation>): StockCommand => ({
  kind: 'observe',
  origin,
  observations: [{ variantId, recordId: recordId(), type: 'Received', quantity: 1, ...seen }],
})
const hold = (cartId: string, reservationId: string, units: number, allowFuture = false): StockCommand => ({
  kind: 'hold',
  purpose: 'checkout',
  origin,
  policy,
  holder: { cartId },
  lines: [{ reservationId, variantId, units, allowFuture }],
})

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId: 90_000, units: [1, 1] })
  await database.pool.query('CREATE TABLE document (id int PRIMARY KEY, received int NOT NULL DEFAULT 0)')
  engine = createStockEngine({ pool: database.pool })
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})
beforeEach(async () => {
  variantId += 1
  await insertStock(database.pool, { variantId, units: [5, 5] })
  await database.pool.query('INSERT INTO document (id) VALUES ($1)', [variantId])
})

const level = async () => (await createStockReader({ pool: database.pool }).levels([recordId()]))[0]
const received = async () =>
  (await database.pool.query<{ received: number }>('SELECT received FROM document WHERE id = $1', [variantId])).rows[0]
    ?.received

test('a document and the stock it moves are written together', async () => {
  const done = await engine.transact({
    plan: async (client) => {
      await client.query('SELECT 1 FROM document WHERE id = $1 FOR UPDATE', [variantId])
      return [observe({ quantity: 3 })]
    },
    alongside: async (client, outcomes) => {
      await client.query('UPDATE document SET received = received + 3 WHERE id = $1', [variantId])
      return outcomes.length
    },
  })
  expect(done).toMatchObject({ ok: true, value: { value: 1 } })
  expect(await level()).toMatchObject({ onHand: 8 })
  expect(await received()).toBe(3)
})

test('when one command of a document is refused, nothing of it happened', async () => {
  const refused = await engine.transact({
    plan: async (client) => {
      await client.query('UPDATE document SET received = 9 WHERE id = $1', [variantId])
      return [observe({ quantity: 3 }), observe({ expectedVersion: 77 })]
    },
  })
  expect(refused).toMatchObject({ ok: false, error: { code: 'STOCK_CHANGED' } })
  expect(await level()).toMatchObject({ onHand: 5, version: 1 })
  expect(await received()).toBe(0)
})

test('a document that says no itself changes nothing, and a fault in its own rows takes the stock back', async () => {
  const closed = await engine.transact({ plan: async () => reject({ code: 'CLOSED' as const }) })
  expect(closed).toEqual({ ok: false, error: { code: 'CLOSED' } })
  const fault = engine.transact({
    plan: async () => [observe({ quantity: 3 })],
    alongside: (client) => client.query('INSERT INTO document (id) VALUES ($1)', [variantId]),
  })
  await expect(fault).rejects.toThrow(/duplicate key/)
  expect(await level()).toMatchObject({ onHand: 5, version: 1 })
})

test('documents that lock each other out are done again until both are through', async () => {
  const other = variantId + 50_000
  await database.pool.query('INSERT INTO document (id) VALUES ($1)', [other])
  const touching = (ids: readonly number[]) =>
    engine.transact({
      plan: async (client) => {
        for (const id of ids) await client.query('UPDATE document SET received = received + 1 WHERE id = $1', [id])
        return [observe({ quantity: 1 })]
      },
    })
  const pairs = Array.from({ length: 4 }, (_, n) => touching(n % 2 ? [variantId, other] : [other, variantId]))
  expect((await Promise.all(pairs)).every((answer) => answer.ok)).toBe(true)
  expect(await received()).toBe(4)
  expect(await level()).toMatchObject({ onHand: 9 })
})

test('an observation sent again, alone or together with itself, is recorded once and answered the same', async () => {
  const sale = observe({
    type: 'SoldAtTill',
    quantity: 2,
    dedupeKey: 'till-7/231',
    effectiveAt: new Date('2026-01-02'),
  })
  const answers = await Promise.all(Array.from({ length: 20 }, () => engine.execute(sale)))
  const later = await engine.execute(sale)
  for (const answer of [...answers, later]) {
    expect(answer.ok && answer.value.answer).toMatchObject([{ recordId: recordId(), version: 2 }])
  }
  expect(later.ok && later.value.answer).toMatchObject([{ repeated: true }])
  expect(await level()).toMatchObject({ onHand: 3, version: 2 })
  const ledger = await createStockReader({ pool: database.pool }).ledger(recordId(), { limit: 10 })
  expect(ledger[0]).toMatchObject({ type: 'SoldAtTill', effectiveAt: new Date('2026-01-02') })
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('a pre-order draws on the cap when the stock is gone, the receipt makes it whole, and the parcel leaves once', async () => {
  const cartId = randomUUID()
  const reservationId = randomUUID()
  const cap = (oversellCap: number): StockCommand => ({
    kind: 'configure',
    origin,
    settings: [{ variantId, recordId: recordId(), oversellCap }],
  })
  expect(await engine.execute(hold(cartId, reservationId, 12, true))).toMatchObject({ error: { available: 10 } })
  await engine.execute(cap(4))
  expect(await createStockReader({ pool: database.pool }).availability([variantId])).toMatchObject([
    { available: 10, future: 4 },
  ])
  const held = await engine.execute(hold(cartId, reservationId, 12, true))
  expect(held.ok && held.value.answer).toMatchObject([
    { units: 12, parts: [{ units: 7, futureUnits: 2 }, { units: 5 }] },
  ])
  const holds = [{ reservationId, variantId, units: 8 }]
  const committed = await engine.execute({ kind: 'commit', origin, cartId, holds })
  expect(committed.ok && committed.value.answer).toMatchObject([{ units: 8, state: 'committed' }])

  const arrived = await engine.transact({ plan: async () => [observe({ quantity: 4 }), cap(0)] })
  expect(arrived.ok).toBe(true)
  expect(await level()).toMatchObject({ onHand: 9, allocated: 7, reserved: 0, short: 0, oversellCap: 0 })
  const line = { variantId, recordId: recordId(), cartId, reservationId, quantity: 7, dedupeKey: 'parcel-1' }
  for (const _ of [1, 2]) expect((await engine.execute({ kind: 'ship', origin, lines: [line] })).ok).toBe(true)
  const again = await engine.execute({ kind: 'ship', origin, lines: [{ ...line, dedupeKey: 'parcel-2' }] })
  expect(again).toMatchObject({ error: { code: 'NOT_ALLOCATED', allocated: 0 } })
  expect(await level()).toMatchObject({ onHand: 2, allocated: 0 })
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('a customer buys at most what the policy allows, whether held or bought before', async () => {
  const limited = { ...policy, perCustomer: { units: 4, windowMs: 86_400_000 } }
  const take = async (units: number) => {
    const cartId = randomUUID()
    const reservationId = randomUUID()
    const command = { ...hold(cartId, reservationId, units), policy: limited, holder: { cartId, shopperId: 'anna' } }
    return { answer: await engine.execute(command), cartId, holds: [{ reservationId, variantId }] }
  }
  const first = await take(2)
  expect((await engine.execute({ kind: 'commit', origin, cartId: first.cartId, holds: first.holds })).ok).toBe(true)
  expect((await take(1)).answer.ok).toBe(true)
  expect((await take(2)).answer).toMatchObject({ ok: false, error: { code: 'QUANTITY_LIMIT', requested: 5, limit: 4 } })
  expect((await take(1)).answer.ok).toBe(true)
})
