import type { CancelDesk, StandingPayment } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import type { PgStockEngine } from '../inventory/stock-engine'
import { appendOrderEvent } from './append-order-event'
import { cancelOrder } from './cancel-order'

/** Cancelling orders over PostgreSQL and the stock engine (port: core CancelDesk). */
export const createCancelDesk = ({ pool, engine }: { pool: pg.Pool; engine: PgStockEngine }): CancelDesk => ({
  cancel: (orderId, by, origin) => cancelOrder(engine, { orderId, by, origin }),

  keep: (orderId, origin) =>
    inTransaction(pool, async (client) => {
      await client.query('SELECT 1 FROM orders WHERE id = $1 FOR UPDATE', [orderId])
      const { rowCount } = await client.query(
        `UPDATE supply_promise SET choice = 'keep' WHERE order_id = $1 AND choice = 'asked' AND state = 'open'`,
        [orderId],
      )
      if (!rowCount) return
      await appendOrderEvent(client, origin, { orderId, type: 'kept-by-buyer', message: 'PromiseAnswered' })
    }),

  standingPayments: async (limit, orderId) => {
    const { rows } = await pool.query<StandingPayment>(
      `SELECT p.order_id AS "orderId", p.idempotency_key AS "idempotencyKey", p.amount_minor AS "amountMinor"
      FROM payment p JOIN orders o ON o.id = p.order_id
      WHERE p.state IN ('authorised', 'captured') AND o.state = 'cancelled'
        AND o.state_reason IN ('CANCELLED_BY_BUYER', 'CANCELLED_BY_STAFF') AND ($2::uuid IS NULL OR o.id = $2)
      ORDER BY p.updated_at LIMIT $1`,
      [limit, orderId ?? null],
    )
    return rows
  },

  settlePayment: ({ orderId, idempotencyKey, amountMinor }, { state, ref }) =>
    inTransaction(pool, async (client) => {
      await client.query('SELECT 1 FROM orders WHERE id = $1 FOR UPDATE', [orderId])
      const { rowCount } = await client.query(
        `UPDATE payment SET state = $2, provider_ref = $3, updated_at = clock_timestamp()
        WHERE idempotency_key = $1 AND state IN ('authorised', 'captured')`,
        [idempotencyKey, state, ref],
      )
      if (!rowCount) return
      const origin = { actor: 'system:refunds', correlationId: `cancel-${orderId}` }
      const type = state === 'refunded' ? 'refunded' : 'payment-voided'
      await appendOrderEvent(client, origin, { orderId, type, facts: { amountMinor }, message: 'RefundSettled' })
    }),
})
