import type { DueRefund, ReturnDesk } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { appendOrderEvent } from '../orders/append-order-event'
import { lockOrder } from './order-for-return'
import { sendReturnMessages } from './return-messages'

const ORIGIN = { actor: 'system:refunds', correlationId: 'refund' }

/** Refunds decided and not given yet, oldest first. */
export const readDueRefunds = async (pool: pg.Pool, limit: number, orderId?: string): Promise<DueRefund[]> => {
  const { rows } = await pool.query<DueRefund>(
    `SELECT f.id AS "refundId", f.order_id AS "orderId", o.number AS "orderNumber", p.idempotency_key AS "paymentKey",
      f.amount_minor AS "amountMinor"
    FROM refund f JOIN orders o ON o.id = f.order_id JOIN payment p ON p.id = f.payment_id
    WHERE f.state = 'pending' AND ($2::uuid IS NULL OR f.order_id = $2) ORDER BY f.created_at LIMIT $1`,
    [limit, orderId ?? null],
  )
  return rows
}

/** Writes the bank's answer once; whoever comes second finds it settled and leaves it. */
export const settleRefund = (
  pool: pg.Pool,
  refundId: string,
  answer: Parameters<ReturnDesk['settleRefund']>[1],
): Promise<void> =>
  inTransaction(pool, async (client) => {
    const { rows: found } = await client.query<{ order_id: string }>('SELECT order_id FROM refund WHERE id = $1', [
      refundId,
    ])
    const orderId = found[0]?.order_id
    if (orderId === undefined || !(await lockOrder(client, orderId))) throw new Error(`refund ${refundId} vanished`)
    const { rows } = await client.query<{
      amount_minor: number
      return_id: number | null
      line_no: number
      payment_id: string
    }>(
      `UPDATE refund SET state = $2, provider_ref = $3, because = $4, settled_at = clock_timestamp()
      WHERE id = $1 AND state = 'pending' RETURNING amount_minor, return_id, line_no, payment_id`,
      [refundId, answer.state, answer.ref ?? null, answer.because ?? null],
    )
    const refund = rows[0]
    if (!refund) return
    if (answer.state === 'done')
      await client.query(
        `UPDATE payment p SET state = 'refunded', updated_at = clock_timestamp() WHERE p.id = $1 AND p.state = 'captured'
        AND p.amount_minor <= (SELECT sum(f.amount_minor) FROM refund f WHERE f.payment_id = p.id AND f.state = 'done')`,
        [refund.payment_id],
      )
    const { amount_minor: amountMinor, return_id: returnId, line_no: lineNo } = refund
    await appendOrderEvent(client, ORIGIN, {
      orderId,
      type: answer.state === 'done' ? 'refunded' : 'refund-failed',
      facts: {
        ...(returnId === null ? {} : { returnId }),
        amountMinor,
        ...(answer.because === undefined ? {} : { because: answer.because }),
      },
      message: 'RefundSettled',
    })
    if (answer.state === 'done' && returnId !== null)
      await sendReturnMessages(client, ORIGIN, { returnId, type: 'ReturnRefunded', lineNo })
  })
