import { randomUUID } from 'node:crypto'
import {
  conservationGap,
  conserve,
  holdPolicySchema,
  NOTHING_MOVED,
  type StockEventType,
  type TransferDesk,
} from '@selvedge/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createStockEngine, type PgStockEngine } from '../inventory/stock-engine'
import { verifyLedger } from '../inventory/verify'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { insertStock } from '../testing/insert-stock'
import { createTransferDesk } from './transfer-desk'

let database: TestDatabase
let engine: PgStockEngine
let desk: TransferDesk
let variantId = 0

const origin = { actor: 'staff:u-1', correlationId: 'transfers' }
const sku = () => `SKU-${variantId}`

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId: 90_000, units: [1, 1, 1] })
  engine = createStockEngine({ pool: database.pool })
  desk = createTransferDesk({ pool: database.pool, engine })
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})
beforeEach(async () => {
  variantId += 1
  await insertStock(database.pool, { variantId, units: [10] })
})

const request = (quantity: number, from = 1, to = 2) => ({
  requestId: randomUUID(),
  fromLocationId: from,
  toLocationId: to,
  expectedOn: '2020-01-01',
  lines: [{ sku: sku(), quantity }],
})
const draft = async (quantity: number): Promise<number> => {
  const created = await desk.create(origin, request(quantity))
  if (!created.ok) throw new Error(created.error.code)
  return created.value.transferId
}
const onTheWay = async (quantity: number): Promise<number> => {
  const transferId = await draft(quantity)
  expect(await desk.dispatch(origin, { transferId, expectedVersion: 1 })).toEqual({ ok: true, value: { version: 2 } })
  return transferId
}
const delivery = (transferId: number, good: number, damaged: number, close: boolean) => ({
  transferId,
  expectedVersion: 2,
  lines: [{ lineNo: 1, good, damaged }],
  close,
  lossReason: 'lost-on-the-way' as const,
})
const levels = async () => {
  const { rows } = await database.pool.query<{ location_id: number; on_hand: number; unavailable: number }>(
    'SELECT location_id, on_hand, unavailable FROM stock_level WHERE variant_id = $1 ORDER BY location_id',
    [variantId],
  )
  return rows.map((row) => [row.location_id, row.on_hand, row.unavailable])
}
/** Rule 5, over all records of the SKU. */
const conserved = async (): Promise<void> => {
  const { rows } = await database.pool.query<{ type: StockEventType; quantity: number }>(
    'SELECT e.type, e.quantity FROM inventory_event e JOIN inventory_record r ON r.id = e.record_id WHERE r.variant_id = $1',
    [variantId],
  )
  const onHand = (await levels()).reduce((sum, [, units]) => sum + (units ?? 0), 0)
  expect(conservationGap(rows.reduce(conserve, NOTHING_MOVED), onHand)).toBe(0)
  expect(await verifyLedger(database.pool)).toEqual([])
}

test('what leaves one shop is on the way, and on the shelf of the other only when it is unpacked', async () => {
  const transferId = await onTheWay(4)
  expect(await levels()).toEqual([
    [1, 6, 0],
    [2, 0, 0],
  ])
  expect(await desk.view(transferId)).toMatchObject({ state: 'in-transit', overdue: true, outstandingUnits: 4 })
  await conserved()
  const received = await desk.receive(origin, delivery(transferId, 4, 0, false))
  expect(received).toEqual({ ok: true, value: { version: 3, closed: true } })
  expect(await levels()).toEqual([
    [1, 6, 0],
    [2, 4, 0],
  ])
  expect(await desk.view(transferId)).toMatchObject({ state: 'received', overdue: false, outstandingUnits: 0 })
  await conserved()
})

test('short, over and damaged: every piece is accounted for, with its reason in the ledger', async () => {
  const short = await onTheWay(5)
  expect(await desk.receive(origin, { ...delivery(short, 2, 1, true) })).toMatchObject({ ok: true })
  const over = await onTheWay(2)
  expect(await desk.receive(origin, { ...delivery(over, 3, 0, true) })).toMatchObject({ ok: true })
  expect(await levels()).toEqual([
    [1, 3, 0],
    [2, 6, 1],
  ])
  const { rows } = await database.pool.query<{ type: string; quantity: number; reason: string; cause_type: string }>(
    `SELECT e.type, e.quantity, e.reason, e.cause_type FROM inventory_event e JOIN inventory_record r ON r.id = e.record_id
    WHERE r.variant_id = $1 AND r.location_id = 2 ORDER BY e.version`,
    [variantId],
  )
  expect(rows.map(({ type, quantity, reason }) => [type, quantity, reason])).toEqual([
    ['TransferredIn', 3, 'transfer'],
    ['Damaged', 1, 'damaged-on-the-way'],
    ['TransferLost', 2, 'lost-on-the-way'],
    ['TransferredIn', 2, 'transfer'],
    ['Found', 1, 'transfer-surplus'],
  ])
  expect(new Set(rows.map((row) => row.cause_type))).toEqual(new Set(['transfer']))
  await conserved()
})

test('two who press send, or unpack the same box, move it once', async () => {
  const transferId = await draft(4)
  const sent = await Promise.all([1, 2, 3].map(() => desk.dispatch(origin, { transferId, expectedVersion: 1 })))
  expect(sent.filter((answer) => answer.ok)).toHaveLength(1)
  const unpacked = await Promise.all([1, 2, 3].map(() => desk.receive(origin, delivery(transferId, 4, 0, true))))
  expect(unpacked.filter((answer) => answer.ok)).toHaveLength(1)
  expect(await levels()).toEqual([
    [1, 6, 0],
    [2, 4, 0],
  ])
})

test('units promised to buyers stay: more than is free is refused by name, and nothing moves', async () => {
  const [cartId, reservationId] = [randomUUID(), randomUUID()]
  const policy = holdPolicySchema.parse({ maxUnitsPerSku: 10 })
  const lines = [{ reservationId, variantId, units: 8 }]
  await engine.execute({ kind: 'hold', purpose: 'checkout', origin, policy, holder: { cartId }, lines })
  const transferId = await draft(3)
  expect(await desk.dispatch(origin, { transferId, expectedVersion: 1 })).toEqual({
    ok: false,
    error: { code: 'TRANSFER_EXCEEDS_AVAILABLE', sku: sku(), wanted: 3, available: 2 },
  })
  expect(await levels()).toEqual([[1, 10, 0]])
  expect(await desk.cancel(origin, { transferId, expectedVersion: 1 })).toMatchObject({ ok: true })
})

test('a draft names a SKU the sender has, once, between two places that exist', async () => {
  const codeOf = async (change: object) => {
    const answer = await desk.create(origin, { ...request(1), ...change })
    return answer.ok ? undefined : answer.error
  }
  expect(await codeOf({ toLocationId: 1 })).toMatchObject({ code: 'TRANSFER_SAME_PLACE' })
  expect(await codeOf({ toLocationId: 777 })).toEqual({ code: 'UNKNOWN_LOCATION', locationId: 777 })
  expect(await codeOf({ lines: [{ sku: 'NOPE', quantity: 1 }] })).toEqual({ code: 'TRANSFER_SKU_UNKNOWN', sku: 'NOPE' })
  const twice = [sku(), sku().toLowerCase()].map((code) => ({ sku: code, quantity: 1 }))
  expect(await codeOf({ lines: twice })).toEqual({ code: 'TRANSFER_SKU_TWICE', sku: sku() })
  const again = request(1)
  const [first, second] = [await desk.create(origin, again), await desk.create(origin, again)]
  expect(second).toEqual(first)
})

test('a hundred movements from many hands lose no piece', async () => {
  const moves = Array.from({ length: 25 }, async (_, index) => {
    const [from, to] = index % 2 ? [2, 1] : [1, 2]
    const created = await desk.create(origin, request(1 + (index % 3), from, to))
    if (!created.ok) return
    const { transferId } = created.value
    const sent = await desk.dispatch(origin, { transferId, expectedVersion: 1 })
    if (sent.ok) await desk.receive(origin, delivery(transferId, index % 4, index % 2, index % 5 !== 0))
  })
  await Promise.all(moves)
  await conserved()
})
