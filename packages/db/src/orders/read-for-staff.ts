import { type AdminOrder, checkoutRejectionSchema, type SagaState, type SagaStep } from '@selvedge/core'
import type pg from 'pg'
import { orderSql, toStoredOrder } from './order-view'

type Saga = { step: SagaStep; state: SagaState; attempts: number; rejection: unknown; updated_at: Date }
type Payment = {
  provider: string
  state: string
  amount_minor: number
  method_token: string
  provider_ref: string | null
  decline_code: string | null
  updated_at: Date
}

type Source = { line_no: number; code: string; record_id: number; quantity: number; note: string | null }

/** The allocation's own words stand with the entry that took the units. */
const readSources = async (pool: pg.Pool, orderId: string): Promise<AdminOrder['sources']> => {
  const { rows } = await pool.query<Source>(
    `SELECT l.line_no, lo.code, r.record_id, r.quantity, e.note FROM orders o
    JOIN order_line l ON l.order_id = o.id JOIN reservation r ON r.cart_id = o.cart_id AND r.id = l.hold_id
    JOIN inventory_record i ON i.id = r.record_id JOIN location lo ON lo.id = i.location_id
    LEFT JOIN LATERAL (SELECT note FROM inventory_event WHERE record_id = r.record_id AND reservation_id = r.id AND type = 'Reserved'
      ORDER BY version DESC LIMIT 1) e ON true
    WHERE o.id = $1 ORDER BY l.line_no, r.record_id`,
    [orderId],
  )
  return rows.map(({ line_no: lineNo, code: locationCode, record_id: recordId, quantity: units, note }) => ({
    lineNo,
    locationCode,
    recordId,
    units,
    ...(note === null ? {} : { why: note }),
  }))
}

/** An order with its saga and payments. Orders older than the live shop have no saga. */
export const readForStaff = async (pool: pg.Pool, number: string): Promise<AdminOrder | undefined> => {
  const { rows } = await pool.query(orderSql('o.number = $1'), [number])
  if (rows.length === 0) return undefined
  const { view, correlationId } = toStoredOrder(rows[0])
  const { rows: sagas } = await pool.query<Saga>(
    'SELECT step, state, attempts, rejection, updated_at FROM checkout_saga WHERE order_id = $1',
    [view.orderId],
  )
  const { rows: payments } = await pool.query<Payment>(
    `SELECT provider, state, amount_minor, method_token, provider_ref, decline_code, updated_at FROM payment
    WHERE order_id = $1 ORDER BY created_at`,
    [view.orderId],
  )
  const saga = sagas[0]
  return {
    ...view,
    correlationId,
    sources: await readSources(pool, view.orderId),
    ...(saga
      ? {
          saga: {
            step: saga.step,
            state: saga.state,
            attempts: saga.attempts,
            ...(saga.rejection === null ? {} : { rejection: checkoutRejectionSchema.parse(saga.rejection) }),
            updatedAtMs: saga.updated_at.getTime(),
          },
        }
      : {}),
    payments: payments.map((payment) => ({
      provider: payment.provider,
      state: payment.state,
      amountMinor: payment.amount_minor,
      method: payment.method_token,
      ...(payment.provider_ref === null ? {} : { ref: payment.provider_ref }),
      ...(payment.decline_code === null ? {} : { declineCode: payment.decline_code }),
      updatedAtMs: payment.updated_at.getTime(),
    })),
  }
}
