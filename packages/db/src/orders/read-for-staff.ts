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
