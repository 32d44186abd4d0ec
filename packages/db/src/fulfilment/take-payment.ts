import type { Origin, PaymentToTake } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { appendOrderEvent } from '../orders/append-order-event'

/** The payment of a packed parcel's order, while the bank has agreed to it and was not asked for the money. */
export const readPaymentToTake = async (pool: pg.Pool, parcelId: string): Promise<PaymentToTake | undefined> => {
  const { rows } = await pool.query<PaymentToTake>(
    `SELECT o.id AS "orderId", o.number, y.idempotency_key AS "idempotencyKey", y.amount_minor AS "amountMinor"
    FROM parcel p JOIN orders o ON o.id = p.order_id JOIN payment y ON y.order_id = o.id
    WHERE p.id = $1 AND p.state = 'packed' AND o.state IN ('confirmed', 'part_shipped') AND y.state = 'authorised'`,
    [parcelId],
  )
  return rows[0]
}

/** Once, however often the bank was asked. */
export const writePaymentTaken = (
  pool: pg.Pool,
  { orderId, idempotencyKey, amountMinor }: PaymentToTake,
  ref: string,
  origin: Origin,
): Promise<void> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT 1 FROM orders WHERE id = $1 FOR UPDATE', [orderId])
    const { rowCount } = await client.query(
      `UPDATE payment SET state = 'captured', provider_ref = $2, updated_at = clock_timestamp()
      WHERE idempotency_key = $1 AND state = 'authorised'`,
      [idempotencyKey, ref],
    )
    if (!rowCount) return
    const facts = { amountMinor }
    await appendOrderEvent(client, origin, { orderId, type: 'payment-captured', facts, message: 'ParcelChanged' })
  })
