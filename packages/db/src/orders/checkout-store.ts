import { type CheckoutStore, checkoutRejectionSchema, type OrderState, type SagaState } from '@selvedge/core'
import type pg from 'pg'
import { beginCheckout } from './begin-checkout'
import { claimCheckout } from './claim-checkout'
import { recordTransition } from './record-transition'

/** Orders being placed, over PostgreSQL (port: core CheckoutStore). */
export const createCheckoutStore = ({ pool }: { pool: pg.Pool }): CheckoutStore => ({
  begin: (request, draft) => beginCheckout(pool, request, draft),
  claim: (orderId, lease) => claimCheckout(pool, orderId, lease),
  record: (lease, checkout, transition) => recordTransition(pool, lease, checkout, transition),
  release: async (orderId, owner) => {
    await pool.query(
      `UPDATE checkout_saga SET lease_owner = NULL, lease_until = clock_timestamp() WHERE order_id = $1 AND lease_owner = $2 AND state = 'running'`,
      [orderId, owner],
    )
  },
  standing: async (orderId) => {
    const { rows } = await pool.query<{ saga_state: SagaState; order_state: OrderState; rejection: unknown }>(
      `SELECT s.state AS saga_state, o.state AS order_state, s.rejection FROM checkout_saga s JOIN orders o ON o.id = s.order_id
      WHERE s.order_id = $1`,
      [orderId],
    )
    const row = rows[0]
    if (!row) return undefined
    const { saga_state: sagaState, order_state: orderState, rejection } = row
    return rejection === null
      ? { sagaState, orderState }
      : { sagaState, orderState, rejection: checkoutRejectionSchema.parse(rejection) }
  },
  findRunning: async (fromMs, toMs) => {
    const { rows } = await pool.query<{ id: string; correlation_id: string }>(
      `SELECT o.id, o.correlation_id FROM checkout_saga s JOIN orders o ON o.id = s.order_id
      WHERE s.state = 'running' AND o.placed_at BETWEEN to_timestamp($1::float8 / 1000) AND to_timestamp($2::float8 / 1000)
      ORDER BY o.placed_at`,
      [fromMs, toMs],
    )
    return rows.map((row) => ({ orderId: row.id, correlationId: row.correlation_id }))
  },
  findStuck: async (limit) => {
    const { rows } = await pool.query<{ order_id: string }>(
      `SELECT order_id FROM checkout_saga WHERE state = 'running' AND lease_until <= clock_timestamp() ORDER BY lease_until LIMIT $1`,
      [limit],
    )
    return rows.map((row) => row.order_id)
  },
})
