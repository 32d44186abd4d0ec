import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY, type HoldUnits } from '@selvedge/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, insertStock, type TestDatabase } from '../testing/index'
import { createStockEngine, type PgStockEngine } from './stock-engine'
import { createStockReader } from './stock-reader'
import { verifyLedger } from './verify'

let database: TestDatabase
let engine: PgStockEngine
let variantId = 300
const origin = { actor: 'test', correlationId: 'test' }
const policy = { ...DEFAULT_HOLD_POLICY, maxUnitsPerSku: 100, holderSharePerMille: 1_000, heatPerMille: 1_000 }

beforeAll(async () => {
  database = await createTestDatabase()
  engine = createStockEngine({ pool: database.pool })
})
afterAll(async () => {
  expect(await verifyLedger(database.pool)).toEqual([])
  await engine.close()
  await database.drop()
})
beforeEach(() => {
  variantId += 1
})

const available = async () => (await createStockReader(database).availability([variantId]))[0]?.available
const take = (cartId: string, line: Omit<HoldUnits['lines'][number], 'variantId'>, by = engine) =>
  by.execute({
    kind: 'hold',
    purpose: 'checkout',
    origin,
    policy,
    holder: { cartId },
    lines: [{ ...line, variantId }],
  })
const bought = async (units: number) => {
  const [cartId, reservationId] = [randomUUID(), randomUUID()]
  const held = await take(cartId, { reservationId, units })
  const holds = [{ reservationId, variantId }]
  const committed = held.ok ? await engine.execute({ kind: 'commit', origin, cartId, holds }) : held
  if (!committed.ok) throw new Error(committed.error.code)
  return { cartId, reservationId, variantId }
}

test('moving a promise to a place that has too little is refused, and it stays where it was', async () => {
  await insertStock(database.pool, { variantId, units: [3, 1] })
  const part = await bought(3)
  const move = { fromRecordId: variantId * 10, toRecordId: variantId * 10 + 1, quantity: 2, reason: 'test' }
  expect(await engine.execute({ kind: 'relocate', origin, ...part, ...move })).toMatchObject({
    error: { code: 'OUT_OF_STOCK', requested: 2, available: 1 },
  })
  const { rows } = await database.pool.query(
    'SELECT allocated FROM stock_level WHERE variant_id = $1 ORDER BY record_id',
    [variantId],
  )
  expect(rows).toEqual([{ allocated: 3 }, { allocated: 0 }])
})

test('what one place is short of does not hide what another has', async () => {
  await insertStock(database.pool, { variantId, units: [2, 0] })
  await bought(2)
  const observe = (recordId: number, quantity: number) =>
    engine.execute({ kind: 'observe', origin, observations: [{ variantId, recordId, type: 'Adjusted', quantity }] })
  expect(await observe(variantId * 10, -2)).toMatchObject({ ok: true })
  expect(await observe(variantId * 10 + 1, 3)).toMatchObject({ ok: true })
  expect(await available()).toBe(3)
  expect(await take(randomUUID(), { reservationId: randomUUID(), units: 3 })).toMatchObject({ ok: true })
})

test('the database itself refuses a counter below zero and a promise beyond the stock', async () => {
  await insertStock(database.pool, { variantId, units: [2] })
  for (const change of ['reserved = -1', 'allocated = -1', 'on_hand = -1', 'reserved = 2, allocated = 1'])
    await expect(
      database.pool.query(`UPDATE stock_level SET ${change} WHERE variant_id = $1`, [variantId]),
    ).rejects.toThrow(/check constraint/)
})

test('a place that does not sell online is not offered, and not sold from', async () => {
  await insertStock(database.pool, { variantId, units: [1, 0, 9] })
  await database.pool.query('UPDATE location SET sells_online = false WHERE id = 3')
  const fresh = createStockEngine({ pool: database.pool })
  expect(await available()).toBe(1)
  expect(await take(randomUUID(), { reservationId: randomUUID(), units: 2 }, fresh)).toMatchObject({
    error: { code: 'OUT_OF_STOCK', available: 1 },
  })
  await fresh.close()
})

test("a shopper's own hold is not counted against the shopper", async () => {
  await insertStock(database.pool, { variantId, units: [2] })
  const [cartId, first] = [randomUUID(), randomUUID()]
  expect(await take(cartId, { reservationId: first, units: 2 })).toMatchObject({ ok: true })
  expect(await take(cartId, { reservationId: randomUUID(), units: 2, replaces: first })).toMatchObject({ ok: true })
  expect(await available()).toBe(0)
})

test('given back twice, or by twenty at once, a unit comes back once', async () => {
  await insertStock(database.pool, { variantId, units: [5] })
  const { cartId, reservationId } = await bought(2)
  const holds = [{ reservationId, variantId }]
  const release = () => engine.execute({ kind: 'release-allocation', origin, cartId, holds, reason: 'test' })
  const answers = await Promise.all(Array.from({ length: 20 }, release))
  expect(answers.every((answer) => answer.ok)).toBe(true)
  expect(await available()).toBe(5)
})

test('a wish that cannot be met whole is refused with what there is, never met in part in silence', async () => {
  await insertStock(database.pool, { variantId, units: [2, 1] })
  expect(await take(randomUUID(), { reservationId: randomUUID(), units: 5 })).toMatchObject({
    error: { code: 'OUT_OF_STOCK', requested: 5, available: 3 },
  })
  expect(await available()).toBe(3)
})

test('a hundred corrections at one moment, from two processes, are all in the books', async () => {
  await insertStock(database.pool, { variantId, units: [200] })
  const other = createStockEngine({ pool: database.pool })
  const corrections = Array.from({ length: 100 }, (_, n) =>
    (n % 2 === 0 ? engine : other).execute({
      kind: 'adjust',
      origin,
      variantId,
      recordId: variantId * 10,
      delta: n % 4 === 3 ? 1 : -1,
      reason: 'correction',
    }),
  )
  expect((await Promise.all(corrections)).every((answer) => answer.ok)).toBe(true)
  await other.close()
  expect(await available()).toBe(200 - 75 + 25)
})

test('a SKU that somebody keeps locked stops nobody who wants another', async () => {
  await insertStock(database.pool, { variantId, units: [1] })
  const locked = variantId
  variantId += 1
  await insertStock(database.pool, { variantId, units: [1] })
  const client = await database.pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT 1 FROM stock_level WHERE variant_id = $1 FOR UPDATE', [locked])
    expect((await take(randomUUID(), { reservationId: randomUUID(), units: 1 })).ok).toBe(true)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
})

test('what somebody holds is not told to others as available', async () => {
  await insertStock(database.pool, { variantId, units: [2, 1] })
  await take(randomUUID(), { reservationId: randomUUID(), units: 2 })
  expect(await available()).toBe(1)
})
