import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY, type HoldUnits, type PromiseMaker, type SupplyDesk } from '@selvedge/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createStockEngine, type PgStockEngine } from '../inventory/stock-engine'
import { verifyLedger } from '../inventory/verify'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { insertStock } from '../testing/insert-stock'
import { createPromiseMaker } from './promise-maker'
import { createSupplyDesk } from './supply-desk'
import { createSupplyReader } from './supply-reader'

let database: TestDatabase
let engine: PgStockEngine
let desk: SupplyDesk
let maker: PromiseMaker
let supplierId = 0
let variantId = 0

const origin = { actor: 'staff:test', correlationId: 'supply-test' }
const sku = () => `SKU-${variantId}`
const shipsOn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId: 90_000, units: [1] })
  engine = createStockEngine({ pool: database.pool })
  desk = createSupplyDesk({ pool: database.pool, engine })
  maker = createPromiseMaker({ engine })
  const supplier = await desk.addSupplier({
    code: 'MILL',
    name: 'The mill',
    email: 'mill@example.org',
    country: 'PT',
    leadDays: 30,
  })
  supplierId = supplier.ok ? supplier.value.supplierId : 0
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})
beforeEach(async () => {
  variantId += 1
  await insertStock(database.pool, { variantId, units: [0] })
})

const verified = async (): Promise<void> => expect(await verifyLedger(database.pool)).toEqual([])
const reader = () => createSupplyReader(database)

const announce = async (units: number, expectedOn: string, presale = true): Promise<string> => {
  const lines = [{ sku: sku(), units, presale }]
  const answer = await desk.announce(
    { announcementId: randomUUID(), supplierId, locationId: 1, expectedOn, lines },
    origin,
  )
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.number
}

const shipment = async (number: string) => {
  const view = await reader().shipment(number)
  const line = view?.lines[0]
  if (!view || !line) throw new Error('no such shipment')
  return { ...view, line }
}

const receive = async (
  number: string,
  received: number,
  extra: { damaged?: number; closes?: boolean; id?: string } = {},
) => {
  const { line } = await shipment(number)
  const { damaged = 0, closes = false, id = randomUUID() } = extra
  const lines = [{ lineId: line.lineId, received, damaged, closes }]
  return await desk.receive({ receiptId: id, number, lines }, origin)
}

const holdOf = (units: number, cartId: string, holdId: string, allowFuture = true): HoldUnits => ({
  kind: 'hold',
  purpose: 'checkout',
  origin,
  holder: { cartId },
  policy: { ...DEFAULT_HOLD_POLICY, maxUnitsPerSku: 100 },
  lines: [{ reservationId: holdId, variantId, units, allowFuture }],
})

/** Buys ahead: hold, order rows, commit, promise, as checkout does. Answers nothing when there is none to be had. */
const preorder = async (units = 1) => {
  const [orderId, cartId, holdId] = [randomUUID(), randomUUID(), randomUUID()]
  const held = await engine.execute(holdOf(units, cartId, holdId))
  if (!held.ok) return undefined
  await database.pool.query(
    `WITH o AS (INSERT INTO orders (id, number, cart_id, email, state, currency, prices_include_tax, subtotal_minor, discount_minor, shipping_minor,
        shipping_tax_rate_bp, shipping_tax_minor, tax_minor, total_minor, shipping_method, address, request_hash, correlation_id)
      VALUES ($1, nextval('order_number')::text, $2, 'a@b.example', 'confirmed', 'EUR', true, 0, 0, 0, 0, 0, 0, 0, 'standard', '{}', '', 'test') RETURNING id)
    INSERT INTO order_line (order_id, line_no, variant_id, product_id, sku, title, brand, colour, size, picture_key, quantity, unit_price_minor,
      tax_rate_bp, tax_minor, total_minor, hold_id) SELECT id, 1, $3, $3, $4, 't', 'b', 'c', 's', 'k', $5, 0, 0, 0, 0, $6 FROM o`,
    [orderId, cartId, variantId, sku(), units, holdId],
  )
  const holds = [{ reservationId: holdId, variantId }]
  const committed = await engine.execute({ kind: 'commit', origin, cartId, holds })
  if (!committed.ok) throw new Error(committed.error.code)
  await maker.make({ orderId, cartId, lines: [{ lineNo: 1, variantId, holdId }], origin })
  return orderId
}

const promiseOf = async (orderId: string | undefined) => {
  const { rows } = await database.pool.query<{
    state: string
    kept: number
    ship_by: string | null
    choice: string
    line: string | null
  }>(
    `SELECT p.state, p.kept, to_char(p.ship_by, 'YYYY-MM-DD') AS ship_by, p.choice, to_char(l.ship_by, 'YYYY-MM-DD') AS line
    FROM supply_promise p JOIN order_line l ON l.order_id = p.order_id AND l.line_no = p.line_no WHERE p.order_id = $1`,
    [orderId],
  )
  return rows[0]
}

const told = async (): Promise<string[]> => {
  const { rows } = await database.pool.query<{ tell: string }>(
    `SELECT payload->>'tell' AS tell FROM outbox WHERE topic = 'supply' AND (payload->>'variantId')::int = $1 AND payload->>'tell' IS NOT NULL ORDER BY position`,
    [variantId],
  )
  return rows.map((row) => row.tell)
}

const level = async () => {
  const { rows } = await database.pool.query('SELECT * FROM stock_level WHERE variant_id = $1', [variantId])
  return rows[0]
}

test('a shipment opened for presale can be bought ahead, up to what it brings and not a unit more', async () => {
  await announce(2, shipsOn(10))
  expect((await reader().outlook([variantId])).get(variantId)).toEqual({
    kind: 'preorder',
    shipsOn: shipsOn(11),
    units: 2,
  })
  const first = await preorder()
  expect(await preorder()).toBeDefined()
  expect(await preorder()).toBeUndefined()
  expect(await promiseOf(first)).toMatchObject({ state: 'open', ship_by: shipsOn(11), line: shipsOn(11) })
  expect((await reader().outlook([variantId])).get(variantId)).toBeUndefined()
  await verified()
})

test('fifty buyers race for the last units of a shipment: the cap is never passed, and each learns their day', async () => {
  await announce(7, shipsOn(10))
  const orders = await Promise.all(Array.from({ length: 50 }, () => preorder()))
  expect(orders.filter((order) => order !== undefined)).toHaveLength(7)
  const { rows } = await database.pool.query(
    'SELECT sum(quantity)::int AS units FROM supply_promise WHERE variant_id = $1',
    [variantId],
  )
  expect(rows[0]).toEqual({ units: 7 })
  await verified()
})

test('receiving fills promises in the order they were made, and only the rest becomes free stock', async () => {
  const number = await announce(5, shipsOn(10))
  const [a, b] = [await preorder(2), await preorder(2)]
  await receive(number, 3)
  expect(await promiseOf(a)).toMatchObject({ state: 'kept', kept: 2 })
  expect(await promiseOf(b)).toMatchObject({ state: 'open', kept: 1, ship_by: shipsOn(11) })
  // One unit is still to come beyond what is promised; nothing is free on the shelf.
  const plain = await engine.execute(holdOf(1, randomUUID(), randomUUID(), false))
  expect(plain).toMatchObject({ ok: false, error: { code: 'OUT_OF_STOCK', available: 0 } })
  await receive(number, 2)
  expect(await promiseOf(b)).toMatchObject({ state: 'kept', kept: 2 })
  expect((await engine.execute(holdOf(1, randomUUID(), randomUUID(), false))).ok).toBe(true)
  expect(await told()).toEqual(['kept', 'kept'])
  await verified()
})

test('a receipt sent twice is received once', async () => {
  const number = await announce(5, shipsOn(10))
  const id = randomUUID()
  const answers = await Promise.all([receive(number, 2, { id }), receive(number, 2, { id })])
  expect(answers.map((answer) => answer.ok && answer.value.repeated).sort()).toEqual([false, true])
  expect(await level()).toMatchObject({ on_hand: 2, oversell_cap: 3 })
  await verified()
})

test('a slip moves the day of everybody bound to it, who is told and asked; an earlier shipment moves them back', async () => {
  const number = await announce(2, shipsOn(10))
  const [a, b] = [await preorder(), await preorder()]
  const { version } = await shipment(number)
  const slipped = await desk.change({ number, expectedVersion: version, expectedOn: shipsOn(30), lines: [] }, origin)
  expect(slipped).toMatchObject({ ok: true })
  expect(await promiseOf(a)).toMatchObject({ ship_by: shipsOn(31), choice: 'asked', line: shipsOn(31) })
  // One unit by another way, sooner: whoever came first has it.
  await announce(1, shipsOn(5), false)
  expect(await promiseOf(a)).toMatchObject({ ship_by: shipsOn(6) })
  expect(await promiseOf(b)).toMatchObject({ ship_by: shipsOn(31) })
  expect(await told()).toEqual(['later', 'later', 'earlier'])
  const risks = (await reader().promisesAtRisk(500)).filter((risk) => risk.sku === sku())
  expect(risks).toMatchObject([{ why: 'later', units: 1, choice: 'asked' }])
  await verified()
})

test('a cut leaves the last in the queue without supply: short, at risk, told, and nobody else is touched', async () => {
  const number = await announce(3, shipsOn(10))
  const orders = [await preorder(), await preorder(), await preorder()]
  const { version, line } = await shipment(number)
  const lines = [{ lineId: line.lineId, expected: 2 }]
  expect((await desk.change({ number, expectedVersion: version, lines }, origin)).ok).toBe(true)
  expect(await promiseOf(orders[1])).toMatchObject({ ship_by: shipsOn(11), choice: 'none' })
  expect(await promiseOf(orders[2])).toMatchObject({ ship_by: null, choice: 'asked' })
  expect(await level()).toMatchObject({ oversell_cap: 2, short: 1 })
  expect(await told()).toEqual(['at-risk'])
  expect((await reader().promisesAtRisk(500)).filter((risk) => risk.sku === sku())).toMatchObject([{ why: 'unbound' }])
  await verified()
})

test('damaged units come in unavailable and keep nobody’s promise', async () => {
  const number = await announce(2, shipsOn(10))
  const [a, b] = [await preorder(), await preorder()]
  await receive(number, 1, { damaged: 1 })
  expect(await promiseOf(a)).toMatchObject({ state: 'kept' })
  expect(await promiseOf(b)).toMatchObject({ state: 'open', ship_by: null })
  expect(await level()).toMatchObject({ on_hand: 2, unavailable: 1, short: 1 })
  await verified()
})

test('receive during pre-orders: whatever the order of the race, every unit is promised or free exactly once', async () => {
  const number = await announce(20, shipsOn(10))
  const work = await Promise.all([
    ...Array.from({ length: 15 }, () => preorder()),
    ...Array.from({ length: 4 }, () => receive(number, 5)),
  ])
  const bought = work.slice(0, 15).filter((order) => order !== undefined)
  expect(bought).toHaveLength(15)
  await desk.rebind([variantId], origin)
  for (const order of bought) {
    const promise = await promiseOf(typeof order === 'string' ? order : undefined)
    // Bought after the units had come: from the shelf, without a promise.
    if (promise) expect(promise).toMatchObject({ state: 'kept' })
  }
  expect(await level()).toMatchObject({ on_hand: 20, allocated: 15, oversell_cap: 0, short: 0 })
  await verified()
})

test('slip during pre-orders: everybody ends up with the later day', async () => {
  const number = await announce(12, shipsOn(10))
  const { version } = await shipment(number)
  const [slipped, ...orders] = await Promise.all([
    desk.change({ number, expectedVersion: version, expectedOn: shipsOn(30), lines: [] }, origin),
    ...Array.from({ length: 12 }, () => preorder()),
  ])
  expect(slipped.ok).toBe(true)
  for (const order of orders) expect(await promiseOf(order)).toMatchObject({ ship_by: shipsOn(31) })
  await verified()
})

test('a change made on an old view, a day that has passed, and a SKU nobody knows are refused and change nothing', async () => {
  const number = await announce(2, shipsOn(10))
  const before = await level()
  const stale = await desk.change({ number, expectedVersion: 99, expectedOn: shipsOn(30), lines: [] }, origin)
  expect(stale).toMatchObject({ ok: false, error: { code: 'SHIPMENT_CHANGED', version: 1 } })
  const past = await desk.change({ number, expectedVersion: 1, expectedOn: shipsOn(-3), lines: [] }, origin)
  expect(past).toMatchObject({ ok: false, error: { code: 'DAY_IN_THE_PAST' } })
  const lines = [
    { sku: sku(), units: 1, presale: true },
    { sku: 'NO-SUCH', units: 1, presale: true },
  ]
  const unknown = await desk.announce(
    { announcementId: randomUUID(), supplierId, locationId: 1, expectedOn: shipsOn(5), lines },
    origin,
  )
  expect(unknown).toMatchObject({ ok: false, error: { code: 'SKU_UNKNOWN', line: 2, sku: 'NO-SUCH' } })
  expect(await level()).toEqual(before)
})

const allow = (units: number, leadDays: number, expectedVersion = 0) =>
  desk.setBackorder({ recordId: variantId * 10, units, leadDays, expectedVersion }, origin)
const allowance = async () => (await reader().backorders({ sku: sku() }))[0]

test('backorders draw on an allowance that is capped, and move to a shipment once one is announced', async () => {
  expect(await allow(2, 40)).toMatchObject({ ok: true })
  const a = await preorder()
  expect(await promiseOf(a)).toMatchObject({ ship_by: shipsOn(41) })
  await announce(1, shipsOn(10), false)
  expect(await promiseOf(a)).toMatchObject({ ship_by: shipsOn(11) })
  expect(await preorder()).toBeDefined()
  expect(await preorder()).toBeUndefined()
  await verified()
})

test('an allowance is seen with who draws on it and what is left, and the next buyer is told its day until it is used up', async () => {
  expect(await allowance()).toMatchObject({ units: 0, version: 0, promised: 0, held: 0, left: 0 })
  await allow(3, 20)
  expect((await reader().outlook([variantId])).get(variantId)).toEqual({
    kind: 'backorder',
    shipsOn: shipsOn(21),
    units: 3,
  })
  const order = await preorder(2)
  await engine.execute(holdOf(1, randomUUID(), randomUUID()))
  expect(await allowance()).toMatchObject({ units: 3, version: 1, promised: 2, held: 1, left: 0, shipsOn: shipsOn(21) })
  const { rows } = await database.pool.query('SELECT number FROM orders WHERE id = $1', [order])
  expect(await reader().backorderPromises(variantId * 10)).toMatchObject([
    { orderNumber: rows[0]?.number, units: 2, shipsOn: shipsOn(21) },
  ])
  expect((await reader().backorders({})).map((one) => one.sku)).toContain(sku())
  expect((await reader().outlook([variantId])).get(variantId)).toBeUndefined()
  expect(await preorder()).toBeUndefined()
  await verified()
})

test('an allowance is changed only by who has seen it as it stands; of two at once one wins', async () => {
  const answers = await Promise.all([allow(4, 10), allow(9, 10)])
  expect(answers.filter(({ ok }) => ok)).toMatchObject([{ value: { version: 1, before: { units: 0, leadDays: 0 } } }])
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'BACKORDER_CHANGED', version: 1 } })
  const units = (await allowance())?.units
  expect(await allow(0, 0, 1)).toMatchObject({ ok: true, value: { version: 2, before: { units, leadDays: 10 } } })
  expect((await reader().outlook([variantId])).get(variantId)).toBeUndefined()
  await verified()
})

test('an allowance cut below what was promised leaves the last without supply, at risk and told', async () => {
  await allow(2, 20)
  const [a, b] = [await preorder(), await preorder()]
  expect(await allow(1, 20, 1)).toMatchObject({ ok: true })
  expect(await promiseOf(a)).toMatchObject({ ship_by: shipsOn(21) })
  expect(await promiseOf(b)).toMatchObject({ ship_by: null })
  expect(await told()).toEqual(['at-risk'])
  await verified()
})
