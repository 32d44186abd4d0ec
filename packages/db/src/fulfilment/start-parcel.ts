import {
  accept,
  type FulfilmentRejection,
  type FulfilmentView,
  fillParcel,
  type OrderRejection,
  type OrderState,
  type Origin,
  type Result,
  reject,
  type StartParcel,
} from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { appendOrderEvent } from '../orders/append-order-event'
import { lockOrder } from './lock-order'
import { readAllocated, shownFulfilment } from './read-fulfilment'

const SHIPPABLE: ReadonlySet<OrderState> = new Set<OrderState>(['confirmed', 'part_shipped'])

type Started = Result<FulfilmentView, FulfilmentRejection | OrderRejection>

/** Begins to pick a parcel under the order's lock: of two who pick the last unit, the second is told that it is taken. */
export const startParcel = (pool: pg.Pool, request: StartParcel, origin: Origin): Promise<Started> =>
  inTransaction(pool, async (client): Promise<Started> => {
    const { number, parcelId, locationId } = request
    const locked = await lockOrder(client, number)
    if (!locked.ok) return locked
    const { orderId, state } = locked.value
    const earlier = await recognise(client, orderId, request)
    if (earlier === 'same') return accept(await shownFulfilment(client, number))
    if (earlier === 'other') return reject({ code: 'PARCEL_ID_REUSED', parcelId })
    if (!SHIPPABLE.has(state)) return reject({ code: 'ORDER_NOT_SHIPPABLE', number, state })
    const filled = fillParcel(await readAllocated(client, orderId), request)
    if (!filled.ok) return filled
    await client.query(
      `INSERT INTO parcel (id, order_id, location_id, actor, started_at) VALUES ($1, $2, $3, $4, clock_timestamp())`,
      [parcelId, orderId, locationId, origin.actor],
    )
    await client.query(
      `INSERT INTO parcel_line (parcel_id, line_no, record_id, quantity)
      SELECT $1, l.* FROM unnest($2::int[], $3::int[], $4::int[]) AS l`,
      [
        parcelId,
        filled.value.map((line) => line.lineNo),
        filled.value.map((line) => line.recordId),
        filled.value.map((line) => line.quantity),
      ],
    )
    await appendOrderEvent(client, origin, {
      orderId,
      type: 'picking',
      facts: { parcelId, locationId },
      message: 'ParcelChanged',
    })
    return accept(await shownFulfilment(client, number))
  })

const recognise = async (
  client: pg.PoolClient,
  orderId: string,
  { parcelId, locationId, lines }: StartParcel,
): Promise<'same' | 'other' | undefined> => {
  const { rows } = await client.query<{ order_id: string; location_id: number; lines: [number, number][] | null }>(
    `SELECT p.order_id, p.location_id, (SELECT jsonb_agg(jsonb_build_array(l.line_no, l.quantity) ORDER BY l.line_no)
      FROM parcel_line l WHERE l.parcel_id = p.id) AS lines FROM parcel p WHERE p.id = $1`,
    [parcelId],
  )
  const there = rows[0]
  if (!there) return undefined
  const asked = new Map<number, number>()
  for (const { lineNo, quantity } of lines) asked.set(lineNo, (asked.get(lineNo) ?? 0) + quantity)
  const isSame =
    there.order_id === orderId &&
    there.location_id === locationId &&
    there.lines?.length === asked.size &&
    there.lines.every(([lineNo, quantity]) => asked.get(lineNo) === quantity)
  return isSame ? 'same' : 'other'
}
