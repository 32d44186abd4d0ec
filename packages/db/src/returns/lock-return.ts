import { type Result, type ReturnRejection, type ReturnState, reject } from '@selvedge/core'
import type pg from 'pg'
import { lockOrder } from './order-for-return'

export type LockedReturn = {
  readonly returnId: number
  readonly orderId: string
  readonly state: ReturnState
  readonly version: number
  readonly locationId?: number
}

type Row = { id: number; order_id: string; state: ReturnState; version: number; location_id: number | null }

/** Order first, then the return: one order of locks for shopper and staff. Refused when it is not what was seen. */
export const lockReturn = async (
  client: pg.PoolClient,
  { returnId, expectedVersion }: { returnId: number; expectedVersion: number },
  allowed: readonly ReturnState[],
): Promise<Result<LockedReturn, ReturnRejection>> => {
  const { rows: found } = await client.query<{ order_id: string }>(
    'SELECT order_id FROM return_request WHERE id = $1',
    [returnId],
  )
  if (!found[0] || !(await lockOrder(client, found[0].order_id))) return reject({ code: 'RETURN_NOT_FOUND', returnId })
  const { rows } = await client.query<Row>(
    'SELECT id, order_id, state, version, location_id FROM return_request WHERE id = $1 FOR UPDATE',
    [returnId],
  )
  const row = rows[0]
  if (!row) return reject({ code: 'RETURN_NOT_FOUND', returnId })
  const { state, version } = row
  if (!allowed.includes(state)) return reject({ code: 'RETURN_STATE', returnId, state })
  if (version !== expectedVersion) return reject({ code: 'RETURN_CHANGED', returnId, version })
  return {
    ok: true,
    value: {
      returnId,
      orderId: row.order_id,
      state,
      version,
      ...(row.location_id === null ? {} : { locationId: row.location_id }),
    },
  }
}
