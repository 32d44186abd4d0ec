import { randomUUID } from 'node:crypto'
import type pg from 'pg'

let nextNumber = 70_000

/** A delivered order of one line, paid through the sandbox bank, for tests of what happens after it. Answers its number. */
export const insertPaidOrder = async (
  pool: pg.Pool,
  order: { variantId: number; quantity: number; unitPriceMinor: number; userId: string; deliveredDaysAgo: number },
): Promise<string> => {
  const { variantId, quantity, unitPriceMinor, userId, deliveredDaysAgo } = order
  const [id, paymentId] = [randomUUID(), randomUUID()]
  const number = String(nextNumber++)
  const totalMinor = quantity * unitPriceMinor
  const at = new Date(Date.now() - deliveredDaysAgo * 86_400_000 - 60_000)
  const address = { name: 'Ada', line1: 'Loomstraat 1', city: 'Leiden', postcode: '2311 AA', country: 'NL' }
  await pool.query(
    `INSERT INTO orders (id, number, user_id, email, state, currency, prices_include_tax, subtotal_minor, discount_minor, shipping_minor,
      shipping_tax_rate_bp, shipping_tax_minor, tax_minor, total_minor, shipping_method, address, request_hash, correlation_id, placed_at)
    VALUES ($1, $2, $3, 'ada@example.org', 'delivered', 'EUR', true, $4, 0, 0, 2100, 0, 0, $4, 'standard', $5, $2, 'test', $6)`,
    [id, number, userId, totalMinor, JSON.stringify(address), at],
  )
  await pool.query(
    `INSERT INTO order_line (order_id, line_no, variant_id, product_id, sku, title, brand, colour, size, picture_key, quantity,
      unit_price_minor, tax_rate_bp, tax_minor, total_minor)
    VALUES ($1, 1, $2, $2, 'SKU-' || $2::int, 'Product', 'Brand', 'black', 'M', 'none', $3, $4, 2100, 0, $5)`,
    [id, variantId, quantity, unitPriceMinor, totalMinor],
  )
  await pool.query(
    `INSERT INTO payment (id, order_id, provider, idempotency_key, state, amount_minor, currency, method_token)
    VALUES ($1, $2, 'sandbox', $3, 'captured', $4, 'EUR', 'card-approve')`,
    [paymentId, id, `order-${id}`, totalMinor],
  )
  await pool.query(
    `INSERT INTO sandbox_payment (idempotency_key, ref, state, amount_minor, currency, method_token, visible_at)
    VALUES ($1, $1, 'captured', $2, 'EUR', 'card-approve', now())`,
    [`order-${id}`, totalMinor],
  )
  await pool.query(
    `INSERT INTO order_event (order_id, seq, type, actor, correlation_id, at)
    SELECT $1, seq, type, 'test', 'test', $2 FROM unnest(ARRAY['placed', 'confirmed', 'delivered']) WITH ORDINALITY AS t(type, seq)`,
    [id, at],
  )
  return number
}
