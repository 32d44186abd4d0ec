import {
  accept,
  type Origin,
  type Result,
  type ReturnRejection,
  type ReturnState,
  reject,
  type StaffReturn,
} from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { appendOrderEvent } from '../orders/append-order-event'
import { lockReturn } from './lock-return'
import { readReturn } from './read-returns'

export type ReturnChange = {
  readonly returnId: number
  readonly expectedVersion: number
  readonly from: readonly ReturnState[]
  readonly to: ReturnState
  /** Type of the entry on the order's timeline. */
  readonly entry: string
  readonly note?: string | undefined
  readonly locationId?: number
  /** Of the order it must belong to, where a shopper asks. */
  readonly orderId?: string
}

/** Moves a return from one state to the next, with its entry on the order's timeline. No stock moves here. */
export const changeReturn = (
  pool: pg.Pool,
  origin: Origin,
  change: ReturnChange,
): Promise<Result<StaffReturn, ReturnRejection>> =>
  inTransaction(pool, async (client): Promise<Result<StaffReturn, ReturnRejection>> => {
    const { returnId, from, to, entry, note, locationId } = change
    const locked = await lockReturn(client, change, from)
    if (!locked.ok) return locked
    const { orderId } = locked.value
    if (change.orderId !== undefined && change.orderId !== orderId)
      return reject({ code: 'RETURN_NOT_FOUND', returnId })
    if (locationId !== undefined) {
      const place = await client.query('SELECT 1 FROM location WHERE id = $1', [locationId])
      if (place.rowCount === 0) return reject({ code: 'UNKNOWN_LOCATION', locationId })
    }
    await client.query(
      `UPDATE return_request SET state = $2, version = version + 1, note = coalesce($3, note), location_id = coalesce($4, location_id),
        received_at = CASE WHEN $2 = 'received' THEN clock_timestamp() ELSE received_at END,
        closed_at = CASE WHEN $2 IN ('refused', 'withdrawn') THEN clock_timestamp() END WHERE id = $1`,
      [returnId, to, note ?? null, locationId ?? null],
    )
    await appendOrderEvent(client, origin, { orderId, type: entry, facts: { returnId }, message: 'ReturnChanged' })
    const view = await readReturn(client, returnId)
    if (!view) throw new Error(`return ${returnId} vanished`)
    return accept(view)
  })
