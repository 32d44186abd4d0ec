import type { FulfilmentRejection, OrderRejection, PackedLine, ParcelLine } from '@selvedge/core'
import { accept, type OrderState, type ParcelState, type Result, reject } from '@selvedge/core'
import type pg from 'pg'

export type LockedOrder = {
  readonly orderId: string
  readonly number: string
  readonly state: OrderState
  readonly cartId: string | null
}

type OrderRow = { id: string; number: string; state: OrderState; cart_id: string | null }

const toOrder = (row: OrderRow): LockedOrder => ({
  orderId: row.id,
  number: row.number,
  state: row.state,
  cartId: row.cart_id,
})

/** Takes the order's lock: its parcels, returns and cancellation follow each other. */
export const lockOrder = async (
  client: pg.PoolClient,
  number: string,
): Promise<Result<LockedOrder, OrderRejection>> => {
  const { rows } = await client.query<OrderRow>(
    'SELECT id, number, state, cart_id FROM orders WHERE number = $1 FOR UPDATE',
    [number],
  )
  return rows[0] ? accept(toOrder(rows[0])) : reject({ code: 'ORDER_NOT_FOUND', number })
}

export type LockedLine = (ParcelLine | PackedLine) & { readonly variantId: number; readonly holdId: string | null }

export type LockedParcel = {
  readonly order: LockedOrder
  readonly parcelId: string
  readonly state: ParcelState
  readonly carrier: string | null
  readonly trackingNumber: string | null
  readonly lines: readonly LockedLine[]
}

type ParcelRow = { state: ParcelState; carrier: string | null; tracking_number: string | null }

/** A parcel under the lock of its order. */
export const lockParcel = async (
  client: pg.PoolClient,
  parcelId: string,
): Promise<Result<LockedParcel, FulfilmentRejection>> => {
  const { rows: orders } = await client.query<OrderRow>(
    `SELECT o.id, o.number, o.state, o.cart_id FROM orders o
    WHERE o.id = (SELECT order_id FROM parcel WHERE id = $1) FOR UPDATE`,
    [parcelId],
  )
  // Read after the lock: whoever had it before may have moved the parcel on.
  const { rows: parcels } = await client.query<ParcelRow>(
    'SELECT state, carrier, tracking_number FROM parcel WHERE id = $1',
    [parcelId],
  )
  const [order, parcel] = [orders[0], parcels[0]]
  if (!order || !parcel) return reject({ code: 'PARCEL_NOT_FOUND', parcelId })
  const { rows: lines } = await client.query<LockedLine & { packed: number | null }>(
    `SELECT pl.line_no AS "lineNo", pl.record_id AS "recordId", pl.quantity, pl.packed, l.variant_id AS "variantId",
      l.hold_id AS "holdId"
    FROM parcel_line pl JOIN parcel p ON p.id = pl.parcel_id
    JOIN order_line l ON l.order_id = p.order_id AND l.line_no = pl.line_no WHERE pl.parcel_id = $1 ORDER BY pl.line_no`,
    [parcelId],
  )
  return accept({
    order: toOrder(order),
    parcelId,
    state: parcel.state,
    carrier: parcel.carrier,
    trackingNumber: parcel.tracking_number,
    lines,
  })
}
