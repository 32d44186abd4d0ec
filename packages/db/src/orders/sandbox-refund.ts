import type { SandboxBooks, SandboxRefund } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'

type Refund = Parameters<SandboxBooks['refund']>[0]

/** The payment's row is the lock: refunds of one payment follow each other, so that their sum is known. */
export const bookSandboxRefund = (pool: pg.Pool, refund: Refund): Promise<SandboxRefund> =>
  inTransaction(pool, async (client): Promise<SandboxRefund> => {
    const { idempotencyKey, refundKey, ref, amountMinor } = refund
    const { rows } = await client.query<{ state: string; amount_minor: number }>(
      'SELECT state, amount_minor FROM sandbox_payment WHERE idempotency_key = $1 FOR UPDATE',
      [idempotencyKey],
    )
    const payment = rows[0]
    if (!payment) return { state: 'unknown' }
    const { rows: given } = await client.query<{ refund_key: string; ref: string; amount_minor: number }>(
      'SELECT refund_key, ref, amount_minor FROM sandbox_refund WHERE idempotency_key = $1',
      [idempotencyKey],
    )
    const earlier = given.find((one) => one.refund_key === refundKey)
    if (earlier) return { state: 'refunded', ref: earlier.ref }
    if (payment.state !== 'captured') return { state: 'not-captured' }
    const sum = given.reduce((total, one) => total + one.amount_minor, amountMinor)
    if (sum > payment.amount_minor) return { state: 'exceeds' }
    await client.query(
      'INSERT INTO sandbox_refund (refund_key, idempotency_key, ref, amount_minor) VALUES ($1, $2, $3, $4)',
      [refundKey, idempotencyKey, ref, amountMinor],
    )
    if (sum === payment.amount_minor)
      await client.query("UPDATE sandbox_payment SET state = 'refunded' WHERE idempotency_key = $1", [idempotencyKey])
    return { state: 'refunded', ref }
  })
