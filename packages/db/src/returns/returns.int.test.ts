import { randomUUID } from 'node:crypto'
import { createReturnsService, type ReturnsService, type StaffReturn } from '@selvedge/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createStockEngine, type PgStockEngine } from '../inventory/stock-engine'
import { verifyLedger } from '../inventory/verify'
import { createOrderReader } from '../orders/order-reader'
import { createSandboxBooks } from '../orders/sandbox-books'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { insertPaidOrder } from '../testing/insert-paid-order'
import { insertStock } from '../testing/insert-stock'
import { createReturnDesk } from './return-desk'

let database: TestDatabase
let engine: PgStockEngine
let returns: ReturnsService
let variantId = 0
let bankIsAway = false

const origin = { actor: 'staff:u-1', correlationId: 'returns' }
const asker = { userId: 'u-1' }

beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database
  await insertStock(pool, { variantId: 90_000, units: [1, 1] })
  await pool.query(`INSERT INTO users (id, name, email) VALUES ('u-1', 'Ada', 'ada@example.org')`)
  engine = createStockEngine({ pool })
  const books = createSandboxBooks({ pool })
  returns = createReturnsService({
    desk: createReturnDesk({ pool, engine }),
    orders: createOrderReader({ pool }),
    secrets: { digest: (text) => text },
    payments: {
      refund: async (input) => {
        if (bankIsAway) return { state: 'pending' }
        const answer = await books.refund({ ...input, ref: `ref-${input.refundKey}` })
        return answer.state === 'refunded' ? answer : { state: 'declined', ref: '', declineCode: answer.state }
      },
    },
  })
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})
beforeEach(async () => {
  variantId += 1
  await insertStock(database.pool, { variantId, units: [5] })
})

const order = (quantity: number, deliveredDaysAgo = 3) =>
  insertPaidOrder(database.pool, { variantId, quantity, unitPriceMinor: 9_900, userId: 'u-1', deliveredDaysAgo })
const ask = (number: string, quantity: number) =>
  returns.request(origin, asker, {
    requestId: randomUUID(),
    number,
    lines: [{ lineNo: 1, quantity, reason: 'too-small' }],
  })
const arrived = async (number: string, quantity: number): Promise<StaffReturn> => {
  const asked = await ask(number, quantity)
  if (!asked.ok) throw new Error(asked.error.code)
  const { returnId, version } = asked.value
  const received = await returns.receive(origin, { returnId, expectedVersion: version, locationId: 1 })
  if (!received.ok) throw new Error(received.error.code)
  return received.value
}
const inspect = (
  { returnId, version }: StaffReturn,
  outcome: 'restocked' | 'quarantined' | 'written-off' | 'refused',
  quantity: number,
) => returns.inspect(origin, { returnId, expectedVersion: version, lineNo: 1, outcomes: [{ outcome, quantity }] })
const level = async () =>
  (
    await database.pool.query<{ on_hand: number; unavailable: number }>(
      'SELECT on_hand, unavailable FROM stock_level WHERE record_id = $1',
      [variantId * 10],
    )
  ).rows[0]
const given = async (number: string): Promise<number> => {
  const { rows } = await database.pool.query<{ sum: number }>(
    `SELECT coalesce(sum(s.amount_minor), 0)::int AS sum FROM sandbox_refund s JOIN payment p ON p.idempotency_key = s.idempotency_key
    JOIN orders o ON o.id = p.order_id WHERE o.number = $1`,
    [number],
  )
  return rows[0]?.sum ?? -1
}

test('a dress that is too small comes back, goes on sale again, and its price is refunded once', async () => {
  const number = await order(1)
  const held = await arrived(number, 1)
  expect(held).toMatchObject({ state: 'received', lines: [{ reason: 'too-small' }] })
  const done = await inspect(held, 'restocked', 1)
  expect(done).toMatchObject({ ok: true, value: { state: 'closed', refunds: [{ amountMinor: 9_900, state: 'done' }] } })
  expect(await level()).toEqual({ on_hand: 6, unavailable: 0 })
  expect(await given(number)).toBe(9_900)
  const { rows } = await database.pool.query<{ type: string }>(
    `SELECT e.type FROM order_event e JOIN orders o ON o.id = e.order_id WHERE o.number = $1 AND e.seq > 3 ORDER BY e.seq`,
    [number],
  )
  expect(rows.map((row) => row.type)).toEqual(['return-approved', 'return-received', 'return-inspected', 'refunded'])
  const { rows: messages } = await database.pool.query<{ payload: { type: string; reason: string; size: string } }>(
    `SELECT payload FROM outbox WHERE topic = 'return' AND key = $1 ORDER BY position`,
    [String(held.returnId)],
  )
  expect(messages.map(({ payload }) => [payload.type, payload.reason])).toEqual([
    ['ReturnRequested', 'too-small'],
    ['ReturnInspected', 'too-small'],
    ['ReturnRefunded', 'too-small'],
  ])
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('fifty requests for the same unit at once are one return; fifty inspections of it are one refund', async () => {
  const number = await order(1)
  const asked = await Promise.all(Array.from({ length: 50 }, () => ask(number, 1)))
  expect(asked.filter((answer) => answer.ok)).toHaveLength(1)
  expect(asked.filter((answer) => !answer.ok && answer.error.code === 'RETURN_EXCEEDS_ORDER')).toHaveLength(49)
  const one = asked.find((answer) => answer.ok)
  if (!one?.ok) throw new Error('no return')
  const { returnId, version } = one.value
  const received = await returns.receive(origin, { returnId, expectedVersion: version, locationId: 1 })
  if (!received.ok) throw new Error(received.error.code)
  const inspected = await Promise.all(Array.from({ length: 50 }, () => inspect(received.value, 'restocked', 1)))
  expect(inspected.filter((answer) => answer.ok)).toHaveLength(1)
  expect(await given(number)).toBe(9_900)
  expect(await level()).toEqual({ on_hand: 6, unavailable: 0 })
})

test('the bank that was away is asked again later, and two who ask it give the money once', async () => {
  const number = await order(2)
  bankIsAway = true
  const held = await arrived(number, 2)
  expect(await inspect(held, 'quarantined', 2)).toMatchObject({ value: { refunds: [{ state: 'pending' }] } })
  expect(await given(number)).toBe(0)
  bankIsAway = false
  await Promise.all([returns.settleDueRefunds(50), returns.settleDueRefunds(50)])
  expect(await given(number)).toBe(19_800)
  expect(await level()).toEqual({ on_hand: 7, unavailable: 2 })
  const { rows } = await database.pool.query(
    `SELECT 1 FROM order_event e JOIN orders o ON o.id = e.order_id WHERE o.number = $1 AND e.type = 'refunded'`,
    [number],
  )
  expect(rows).toHaveLength(1)
})

test('what is refused goes back without money; what is beyond use is written off with it', async () => {
  const refused = await order(1)
  const first = await arrived(refused, 1)
  expect(await inspect(first, 'refused', 1)).toMatchObject({ value: { state: 'closed', refunds: [] } })
  expect(await given(refused)).toBe(0)
  const torn = await order(1)
  await inspect(await arrived(torn, 1), 'written-off', 1)
  expect(await given(torn)).toBe(9_900)
  expect(await level()).toEqual({ on_hand: 5, unavailable: 0 })
  // The refused piece is the shopper's again and may be asked for once more.
  expect((await ask(refused, 1)).ok).toBe(true)
})

test('policy decides: at once within its days, by staff after them, and then not at all', async () => {
  expect(await ask(await order(1, 20), 1)).toMatchObject({ value: { state: 'approved' } })
  const late = await ask(await order(1, 60), 1)
  expect(late).toMatchObject({ value: { state: 'requested' } })
  if (!late.ok) throw new Error('refused')
  const { returnId, version } = late.value
  const decided = await returns.decide(origin, { returnId, expectedVersion: version, approve: false, note: 'worn' })
  expect(decided).toMatchObject({ value: { state: 'refused', note: 'worn' } })
  expect(await ask(await order(1, 200), 1)).toMatchObject({ error: { code: 'RETURN_TOO_LATE', days: 90 } })
  expect(await returns.returnable('nobody', asker)).toMatchObject({ error: { code: 'ORDER_NOT_FOUND' } })
  const foreign = await returns.returnable(await order(1), { userId: 'somebody-else' })
  expect(foreign).toMatchObject({ error: { code: 'ORDER_NOT_FOUND' } })
})
