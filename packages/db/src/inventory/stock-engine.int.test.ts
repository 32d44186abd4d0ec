import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY, type HoldPolicy, type HoldUnits, type StockEngine } from '@selvedge/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { insertStock } from '../testing/insert-stock'
import { createStockEngine } from './stock-engine'
import { createStockReader } from './stock-reader'
import { verifyLedger } from './verify'

let database: TestDatabase
let engine: StockEngine
let variantId = 0

const origin = { actor: 'test', correlationId: 'test' }
const hold = (
  units: number,
  extra: Partial<Omit<HoldUnits, 'lines'>> & { variant?: number; id?: string; policy?: HoldPolicy } = {},
): HoldUnits => ({
  kind: 'hold',
  purpose: 'bag',
  origin,
  holder: { cartId: randomUUID() },
  policy: DEFAULT_HOLD_POLICY,
  ...extra,
  lines: [{ reservationId: extra.id ?? randomUUID(), variantId: extra.variant ?? variantId, units }],
})

beforeAll(async () => {
  database = await createTestDatabase()
  // Two locations from the start: an engine reads where it may sell from every ten seconds.
  await insertStock(database.pool, { variantId: 90_000, units: [1, 1] })
  engine = createStockEngine({ pool: database.pool })
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})
beforeEach(() => {
  variantId += 1
})

const verified = async (): Promise<void> => expect(await verifyLedger(database.pool)).toEqual([])
const available = async (): Promise<number | undefined> =>
  (await createStockReader({ pool: database.pool }).availability([variantId]))[0]?.available

test('fifty shoppers race for the last unit: exactly one holds it, the others learn why', async () => {
  await insertStock(database.pool, { variantId, units: [1] })
  const answers = await Promise.all(Array.from({ length: 50 }, () => engine.execute(hold(1))))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(answers.filter((answer) => !answer.ok && answer.error.code === 'OUT_OF_STOCK')).toHaveLength(49)
  await verified()
})

test('four processes race for the last unit: exactly one holds it', async () => {
  await insertStock(database.pool, { variantId, units: [1] })
  const engines = Array.from({ length: 4 }, () => createStockEngine({ pool: database.pool }))
  const answers = await Promise.all(
    Array.from({ length: 80 }, (_, index) => (engines[index % 4] ?? engine).execute(hold(1))),
  )
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  await verified()
})

test('an expired hold that nobody swept does not block the next buyer, and cannot be committed', async () => {
  await insertStock(database.pool, { variantId, units: [1] })
  const short = { ...DEFAULT_HOLD_POLICY, ttlMs: 30 }
  const first = hold(1, { policy: short })
  expect((await engine.execute(first)).ok).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(await available()).toBe(1)
  expect((await engine.execute(hold(1))).ok).toBe(true)
  const late = await engine.execute({
    kind: 'commit',
    origin,
    cartId: first.holder.cartId,
    holds: [{ reservationId: first.lines[0]?.reservationId ?? '', variantId }],
  })
  expect(late).toMatchObject({ ok: false, error: { code: 'RESERVATION_RESOLVED', as: 'expired' } })
  await verified()
})

test('a thousand guests cannot take a 500-unit SKU off sale', async () => {
  await insertStock(database.pool, { variantId, units: [300, 200] })
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => engine.execute(hold(1))))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(300)
  expect(await available()).toBe(200)
  const buyer = await engine.execute(hold(2, { purpose: 'checkout' }))
  expect(buyer.ok).toBe(true)
  await verified()
})

test('one shopper holds a fifth of a SKU at most, from however many browsers', async () => {
  await insertStock(database.pool, { variantId, units: [50] })
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => engine.execute(hold(1, { holder: { cartId: randomUUID(), shopperId: 'anna' } }))),
  )
  expect(answers.filter((answer) => answer.ok)).toHaveLength(10)
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'HOLD_NOT_GRANTED', because: 'share' } })
})

test('two lines of one SKU in one request are summed before they are granted', async () => {
  await insertStock(database.pool, { variantId, units: [1] })
  const command = hold(1, { purpose: 'checkout' })
  const twice = { ...command, lines: [...command.lines, { reservationId: randomUUID(), variantId, units: 1 }] }
  expect(await engine.execute(twice)).toMatchObject({ ok: false, error: { code: 'OUT_OF_STOCK', available: 0 } })
  expect(await available()).toBe(1)
  await verified()
})

test('a line that needs two warehouses takes 3 and 2, never 8', async () => {
  await insertStock(database.pool, { variantId, units: [3, 2] })
  const policy = { ...DEFAULT_HOLD_POLICY, maxUnitsPerSku: 10 }
  const answer = await engine.execute(hold(5, { purpose: 'checkout', policy }))
  expect(answer.ok && answer.value.answer[0]?.parts.map((part) => part.units)).toEqual([3, 2])
  expect(await available()).toBe(0)
  await verified()
})

test('bags {a, b} and {b, a} in parallel from two processes never deadlock', async () => {
  const other = variantId + 10_000
  await insertStock(database.pool, { variantId, units: [500] })
  await insertStock(database.pool, { variantId: other, units: [500] })
  const rival = createStockEngine({ pool: database.pool, maxBatch: 1 })
  const lone = createStockEngine({ pool: database.pool, maxBatch: 1 })
  const both = (first: number, second: number): HoldUnits => ({
    ...hold(1, { purpose: 'checkout' }),
    lines: [first, second].map((variant) => ({ reservationId: randomUUID(), variantId: variant, units: 1 })),
  })
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      index % 2 ? lone.execute(both(variantId, other)) : rival.execute(both(other, variantId)),
    ),
  )
  expect(answers.every((answer) => answer.ok)).toBe(true)
  await verified()
})

test('the same id again is the same answer; the same id with another content is an error', async () => {
  await insertStock(database.pool, { variantId, units: [5] })
  const command = hold(1)
  const first = await engine.execute(command)
  const again = await engine.execute(command)
  expect(again.ok && first.ok && again.value.answer).toEqual(first.ok && first.value.answer)
  const line = command.lines[0]
  const other = await engine.execute({ ...command, lines: line ? [{ ...line, units: 2 }] : [] })
  expect(other).toMatchObject({ ok: false, error: { code: 'RESERVATION_ID_REUSED' } })
  await verified()
})

test('a count that finds less than was promised releases the newest hold and then marks the promise short', async () => {
  await insertStock(database.pool, { variantId, units: [2] })
  const policy = { ...DEFAULT_HOLD_POLICY, holderSharePerMille: 1_000 }
  const paid = hold(1, { policy })
  await engine.execute(paid)
  const holds = [{ reservationId: paid.lines[0]?.reservationId ?? '', variantId }]
  await engine.execute({ kind: 'commit', origin, cartId: paid.holder.cartId, holds })
  const waiting = hold(1, { policy })
  await engine.execute(waiting)
  const row = (
    await createStockReader({ pool: database.pool }).grid({ limit: 1, afterRecordId: variantId * 10 - 1 })
  )[0]
  const adjusted = await engine.execute({
    kind: 'adjust',
    origin,
    variantId,
    recordId: row?.recordId ?? 0,
    delta: -3,
    reason: 'count',
  })
  expect(adjusted.ok && adjusted.value.answer).toMatchObject({ onHand: 0, reserved: 0, allocated: 1, short: 1 })
  await verified()
})

test('commit against expiry: one of them wins each time, and no unit is counted twice', async () => {
  await insertStock(database.pool, { variantId, units: [400] })
  const ttlMs = 1_000
  const policy = { ...DEFAULT_HOLD_POLICY, ttlMs, heatPerMille: 1_000 }
  const outcomes = await Promise.all(
    Array.from({ length: 300 }, async (_, index) => {
      const command = hold(1, { policy })
      expect((await engine.execute(command)).ok).toBe(true)
      await new Promise((resolve) => setTimeout(resolve, ttlMs - 700 + (index % 60) * 20))
      if (index % 10 === 0) await engine.expireDue(500)
      const named = [{ reservationId: command.lines[0]?.reservationId ?? '', variantId }]
      return engine.execute({ kind: 'commit', origin, cartId: command.holder.cartId, holds: named })
    }),
  )
  while ((await engine.expireDue(500)).length > 0);
  const committed = outcomes.filter((outcome) => outcome.ok).length
  expect(committed).toBeGreaterThan(0)
  expect(committed).toBeLessThan(300)
  expect(await available()).toBe(400 - committed)
  await verified()
})

test('a hold that became due while a writer held its record is ended when the writer lets go', async () => {
  await insertStock(database.pool, { variantId, units: [3] })
  expect((await engine.execute(hold(1, { policy: { ...DEFAULT_HOLD_POLICY, ttlMs: 300 } }))).ok).toBe(true)
  const writer = await database.pool.connect()
  await writer.query('BEGIN')
  await writer.query('SELECT 1 FROM stock_level WHERE variant_id = $1 FOR UPDATE', [variantId])
  await new Promise((resolve) => setTimeout(resolve, 400))
  const expiring = engine.expireDue(500)
  await new Promise((resolve) => setTimeout(resolve, 100))
  await writer.query('ROLLBACK')
  writer.release()
  expect(await expiring).toHaveLength(1)
  expect(await available()).toBe(3)
  await verified()
})
