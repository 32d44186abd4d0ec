import {
  type Checkout,
  checkoutRejectionSchema,
  type Lease,
  ORDER_STATES,
  PAYMENT_STATES,
  paymentMethodSchema,
  SAGA_STEPS,
} from '@selvedge/core'
import type pg from 'pg'
import { z } from 'zod'

const rowSchema = z.object({
  number: z.string(),
  cart_id: z.string(),
  user_id: z.string().nullable(),
  correlation_id: z.string(),
  country: z.string().nullable(),
  step: z.enum(SAGA_STEPS).exclude(['done']),
  state: z.enum(ORDER_STATES),
  rejection: checkoutRejectionSchema.nullable(),
  idempotency_key: z.string(),
  payment_state: z.enum(PAYMENT_STATES),
  amount_minor: z.int(),
  currency: z.string(),
  method_token: paymentMethodSchema,
  age_ms: z.number(),
  lines: z.array(
    z.object({
      lineNo: z.int(),
      variantId: z.int(),
      sku: z.string(),
      quantity: z.int(),
      holdId: z.string(),
      plannedHoldId: z.string().nullable(),
      allowFuture: z.boolean(),
    }),
  ),
})

/** Takes the lease if it is free and reads the checkout as it stands, in one statement. */
export const claimCheckout = async (pool: pg.Pool, orderId: string, lease: Lease): Promise<Checkout | undefined> => {
  const { rows } = await pool.query(
    `WITH mine AS (
      UPDATE checkout_saga SET lease_owner = $2, lease_until = clock_timestamp() + $3 * interval '1 millisecond',
        attempts = attempts + 1, updated_at = clock_timestamp()
      WHERE order_id = $1 AND state = 'running' AND (lease_until IS NULL OR lease_until <= clock_timestamp())
      RETURNING order_id, step, rejection)
    SELECT o.number, o.cart_id, o.user_id, o.correlation_id, o.address->>'country' AS country, mine.step, o.state, mine.rejection, p.idempotency_key,
      p.state AS payment_state, p.amount_minor, p.currency, p.method_token,
      (extract(epoch FROM clock_timestamp() - p.created_at) * 1000)::float8 AS age_ms,
      (SELECT jsonb_agg(jsonb_build_object('lineNo', l.line_no, 'variantId', l.variant_id, 'sku', l.sku, 'quantity', l.quantity,
        'holdId', l.hold_id, 'plannedHoldId', l.planned_hold_id, 'allowFuture', l.allow_future) ORDER BY l.line_no) FROM order_line l WHERE l.order_id = o.id) AS lines
    FROM mine JOIN orders o ON o.id = mine.order_id JOIN payment p ON p.order_id = o.id`,
    [orderId, lease.owner, lease.leaseMs],
  )
  if (rows.length === 0) return undefined
  const row = rowSchema.parse(rows[0])
  return {
    orderId,
    number: row.number,
    cartId: row.cart_id,
    ...(row.user_id === null ? {} : { userId: row.user_id }),
    correlationId: row.correlation_id,
    ...(row.country === null ? {} : { country: row.country }),
    step: row.step,
    state: row.state,
    ...(row.rejection === null ? {} : { rejection: row.rejection }),
    lines: row.lines.map(({ plannedHoldId, ...line }) => ({
      ...line,
      ...(plannedHoldId === null ? {} : { plannedHoldId }),
    })),
    payment: {
      idempotencyKey: row.idempotency_key,
      state: row.payment_state,
      amountMinor: row.amount_minor,
      currency: row.currency,
      method: row.method_token,
      ageMs: row.age_ms,
    },
  }
}
