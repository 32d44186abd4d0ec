import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY } from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { createPromiseMaker } from '../supply/promise-maker'

type Deps = { readonly pool: pg.Pool; readonly engine: PgStockEngine }

let nextNumber = 51_000
const origin = { actor: 'staff:test', correlationId: 'parcel-test' }
const address = { name: 'Mara', line1: 'Dam 1', city: 'Amsterdam', postcode: '1012', country: 'NL' }

/** An order as checkout leaves it: units committed, what is sold ahead promised. 10.01 a unit. */
export const placeOrder = async (
  { pool, engine }: Deps,
  wanted: readonly (readonly [variantId: number, units: number])[],
  payment: 'captured' | 'authorised' = 'captured',
): Promise<{ orderId: string; number: string }> => {
  const [orderId, cartId, number] = [randomUUID(), randomUUID(), String(nextNumber++)]
  const policy = { ...DEFAULT_HOLD_POLICY, maxUnitsPerSku: 100 }
  const lines = wanted.map(([variantId, units], index) => ({
    lineNo: index + 1,
    variantId,
    units,
    holdId: randomUUID(),
  }))
  const held = await engine.execute({
    kind: 'hold',
    purpose: 'checkout',
    origin,
    holder: { cartId },
    policy,
    lines: lines.map(({ holdId, ...line }) => ({ ...line, reservationId: holdId, allowFuture: true })),
  })
  if (!held.ok) throw new Error(held.error.code)
  const total = lines.reduce((sum, line) => sum + line.units * 1_001, 0)
  await pool.query(
    `WITH o AS (INSERT INTO orders (id, number, cart_id, email, state, currency, prices_include_tax, subtotal_minor, discount_minor,
        shipping_minor, shipping_tax_rate_bp, shipping_tax_minor, tax_minor, total_minor, shipping_method, address, request_hash, correlation_id)
      VALUES ($1, $2, $3, 'a@b.example', 'confirmed', 'EUR', true, $4, 0, 590, 0, 0, 0, $4 + 590, 'standard', $5, '', 'test') RETURNING id)
    INSERT INTO payment (id, order_id, provider, idempotency_key, state, amount_minor, currency, method_token)
      SELECT gen_random_uuid(), id, 'sandbox', 'key-' || $2, $6, $4 + 590, 'EUR', 'card-approve' FROM o`,
    [orderId, number, cartId, total, JSON.stringify(address), payment],
  )
  for (const { lineNo, variantId, units, holdId } of lines)
    await pool.query(
      `INSERT INTO order_line (order_id, line_no, variant_id, product_id, sku, title, brand, colour, size, picture_key, quantity,
        unit_price_minor, tax_rate_bp, tax_minor, total_minor, hold_id)
      VALUES ($1, $2, $3, $3, 'SKU-' || $3::int, 't', 'b', 'c', 's', 'k', $4, 1001, 0, 0, $4 * 1001, $5)`,
      [orderId, lineNo, variantId, units, holdId],
    )
  const holds = lines.map(({ holdId, variantId }) => ({ reservationId: holdId, variantId }))
  const committed = await engine.execute({ kind: 'commit', origin, cartId, holds })
  if (!committed.ok) throw new Error(committed.error.code)
  await createPromiseMaker({ engine }).make({ orderId, cartId, lines, origin })
  return { orderId, number }
}
