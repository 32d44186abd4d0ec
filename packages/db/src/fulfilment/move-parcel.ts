import {
  accept,
  type FulfilmentRejection,
  type FulfilmentView,
  type OrderMessage,
  type Origin,
  type ParcelState,
  type Result,
  reject,
} from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { appendOrderEvent } from '../orders/append-order-event'
import { lockParcel } from './lock-order'
import { shownFulfilment } from './read-fulfilment'
import { followParcels } from './sent-so-far'

type Moved = Result<FulfilmentView, FulfilmentRejection>
type Move = {
  readonly from: readonly ParcelState[]
  readonly to: ParcelState
  readonly entry: string
  readonly message: OrderMessage['type']
}

/** A step of a parcel that moves no stock; the same step again changes nothing. */
const moveParcel =
  ({ from, to, entry, message }: Move) =>
  (pool: pg.Pool, parcelId: string, origin: Origin): Promise<Moved> =>
    inTransaction(pool, async (client): Promise<Moved> => {
      const locked = await lockParcel(client, parcelId)
      if (!locked.ok) return locked
      const { state, order } = locked.value
      if (state !== to) {
        if (!from.includes(state)) return reject({ code: 'PARCEL_STATE', parcelId, state })
        await client.query(
          `UPDATE parcel SET state = $2, delivered_at = CASE WHEN $2 = 'delivered' THEN clock_timestamp() ELSE delivered_at END
          WHERE id = $1`,
          [parcelId, to],
        )
        await followParcels(client, order.orderId)
        await appendOrderEvent(client, origin, { orderId: order.orderId, type: entry, facts: { parcelId }, message })
      }
      return accept(await shownFulfilment(client, order.number))
    })

/** Back on the shelf before it left: its units can be picked again. */
export const putBackParcel = moveParcel({
  from: ['picking', 'packed'],
  to: 'put-back',
  entry: 'put-back',
  message: 'ParcelChanged',
})

export const deliverParcel = moveParcel({
  from: ['shipped'],
  to: 'delivered',
  entry: 'delivered',
  message: 'ParcelDelivered',
})
