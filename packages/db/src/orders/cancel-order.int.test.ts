import { randomUUID } from 'node:crypto'
import { createCancellationService, createOrdersService, DEFAULT_HOLD_POLICY } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStockEngine, type PgStockEngine } from '../inventory/stock-engine'
import { verifyLedger } from '../inventory/verify'
import { createPromiseMaker } from '../supply/promise-maker'
import { createSupplyDesk } from '../supply/supply-desk'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { insertStock } from '../testing/insert-stock'
import { createCancelDesk } from './cancel-desk'
import { createOrderReader } from './order-reader'
import { createOrderSecrets } from './order-secrets'

let database: TestDatabase
let engine: PgStockEngine
const origin = { actor: 'staff:test', correlationId: 'cancel-test' }
const address = { name: 'Mara', line1: 'Dam 1', city: 'Amsterdam', postcode: '1012', country: 'NL' }

beforeAll(async () => {
  database = await createTestDatabase()
  engine = createStockEngine({ pool: database.pool })
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})

/** A paid order for units of a SKU, with whatever of them is sold ahead promised, as checkout leaves it. */
const placed = async (variantId: number, units: number) => {
  const { pool } = database
  const [orderId, cartId, holdId, number] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    `9${variantId}${Date.now() % 1e6}`,
  ]
  const policy = { ...DEFAULT_HOLD_POLICY, maxUnitsPerSku: 100 }
  const lines = [{ reservationId: holdId, variantId, units, allowFuture: true }]
  const held = await engine.execute({ kind: 'hold', purpose: 'checkout', origin, holder: { cartId }, policy, lines })
  if (!held.ok) throw new Error(held.error.code)
  await pool.query(
    `WITH o AS (INSERT INTO orders (id, number, cart_id, user_id, email, state, currency, prices_include_tax, subtotal_minor, discount_minor,
        shipping_minor, shipping_tax_rate_bp, shipping_tax_minor, tax_minor, total_minor, shipping_method, address, request_hash, correlation_id)
      VALUES ($1, $7, $2, NULL, 'a@b.example', 'confirmed', 'EUR', true, 500, 0, 0, 0, 0, 0, 500, 'standard', $8, '', 'test') RETURNING id),
    p AS (INSERT INTO payment (id, order_id, provider, idempotency_key, state, amount_minor, currency, method_token)
      SELECT gen_random_uuid(), id, 'sandbox', 'key-' || $7, 'captured', 500, 'EUR', 'card-approve' FROM o)
    INSERT INTO order_line (order_id, line_no, variant_id, product_id, sku, title, brand, colour, size, picture_key, quantity, unit_price_minor,
      tax_rate_bp, tax_minor, total_minor, hold_id) SELECT id, 1, $3, $3, $4, 't', 'b', 'c', 's', 'k', $5, 0, 0, 0, 0, $6 FROM o`,
    [orderId, cartId, variantId, `SKU-${variantId}`, units, holdId, number, JSON.stringify(address)],
  )
  const committed = await engine.execute({
    kind: 'commit',
    origin,
    cartId,
    holds: [{ reservationId: holdId, variantId }],
  })
  if (!committed.ok) throw new Error(committed.error.code)
  await createPromiseMaker({ engine }).make({ orderId, cartId, lines: [{ lineNo: 1, variantId, holdId }], origin })
  return { orderId, number, paymentKey: `key-${number}` }
}

const service = () => {
  const { pool } = database
  const refunds = new Set<string>()
  const reader = createOrderReader({ pool })
  const orders = createOrdersService({
    orders: reader,
    secrets: createOrderSecrets({ secret: 'a secret of this test' }),
  })
  const cancellation = createCancellationService({
    desk: createCancelDesk({ pool, engine }),
    orders,
    reader,
    payments: {
      lookup: async () => ({ state: 'captured', ref: 'r' }),
      void: async () => ({ state: 'voided', ref: 'r' }),
      refund: async ({ refundKey }) => {
        refunds.add(refundKey)
        return { state: 'refunded', ref: 'r' }
      },
    },
  })
  return { cancellation, refunds }
}

const level = async (variantId: number) =>
  (await database.pool.query('SELECT * FROM stock_level WHERE variant_id = $1', [variantId])).rows[0]

test('cancelled by many at once is cancelled once: one refund, the units back, one entry, one message', async () => {
  await insertStock(database.pool, { variantId: 1, units: [3] })
  const { orderId, number } = await placed(1, 2)
  expect(await level(1)).toMatchObject({ on_hand: 3, allocated: 2 })
  const { cancellation, refunds } = service()
  const answers = await Promise.all(Array.from({ length: 6 }, () => cancellation.cancelForShop(number, origin)))
  expect(answers.every((answer) => answer.ok && answer.value.state === 'cancelled')).toBe(true)
  expect(await level(1)).toMatchObject({ on_hand: 3, allocated: 0, reserved: 0, short: 0 })
  expect(refunds.size).toBe(1)
  const { rows } = await database.pool.query(
    `SELECT type, count(*)::int AS n FROM order_event WHERE order_id = $1 GROUP BY type ORDER BY type`,
    [orderId],
  )
  expect(rows).toEqual([
    { type: 'cancelled', n: 1 },
    { type: 'refunded', n: 1 },
  ])
  const { rows: told } = await database.pool.query(`SELECT 1 FROM outbox WHERE payload->>'type' = 'OrderCancelled'`)
  expect(told).toHaveLength(1)
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('who waited behind a cancelled order moves up, and nobody is promised a unit twice', async () => {
  await insertStock(database.pool, { variantId: 2, units: [0] })
  const desk = createSupplyDesk({ pool: database.pool, engine })
  const code = 'MILL'
  const supplier = await desk.addSupplier({ code, name: 'The mill', email: 'm@b.example', country: 'PT', leadDays: 9 })
  const supplierId = supplier.ok ? supplier.value.supplierId : 0
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const lines = [{ sku: 'SKU-2', units: 1, presale: true }]
  for (const days of [10, 20])
    await desk.announce(
      { announcementId: randomUUID(), supplierId, locationId: 1, expectedOn: day(days), lines },
      origin,
    )
  const first = await placed(2, 1)
  const second = await placed(2, 1)
  const shipBy = async (orderId: string) =>
    (await database.pool.query('SELECT state, ship_by FROM supply_promise WHERE order_id = $1', [orderId])).rows[0]
  const early = (await shipBy(first.orderId)).ship_by
  expect((await shipBy(second.orderId)).ship_by > early).toBe(true)
  expect((await service().cancellation.cancelForShop(first.number, origin)).ok).toBe(true)
  expect((await shipBy(first.orderId)).state).toBe('cancelled')
  expect((await shipBy(second.orderId)).ship_by).toEqual(early)
  expect(await level(2)).toMatchObject({ allocated: 1, oversell_cap: 2 })
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('what has left the house, or was never confirmed, is refused and stays', async () => {
  await insertStock(database.pool, { variantId: 3, units: [1] })
  const { orderId, number } = await placed(3, 1)
  await database.pool.query(`UPDATE orders SET state = 'shipped' WHERE id = $1`, [orderId])
  const answer = await service().cancellation.cancelForShop(number, origin)
  expect(answer).toEqual({ ok: false, error: { code: 'ORDER_NOT_CANCELLABLE', orderId, state: 'shipped' } })
  expect(await level(3)).toMatchObject({ allocated: 1 })
})
