import {
  accept,
  type FulfilmentRejection,
  type FulfilmentView,
  type Origin,
  type Result,
  reject,
  type ShipAllocations,
  type ShipParcel,
  type StockRejection,
} from '@selvedge/core'
import type { PgStockEngine } from '../inventory/stock-engine'
import { transactOrRefuse } from '../inventory/transact-or-refuse'
import { appendOrderEvent } from '../orders/append-order-event'
import { type LockedParcel, lockParcel } from './lock-order'
import { shownFulfilment } from './read-fulfilment'
import { followParcels } from './sent-so-far'

type Shipped = Result<FulfilmentView, FulfilmentRejection | StockRejection>
type Shipping = {
  readonly commands: readonly ShipAllocations[]
  readonly parcel: LockedParcel
  readonly isRepeated: boolean
}

/** A packed parcel leaves: units, parcel, the order's state and the message are one transaction. */
export const shipParcel = (
  engine: Pick<PgStockEngine, 'transact'>,
  request: ShipParcel,
  origin: Origin,
): Promise<Shipped> =>
  transactOrRefuse(engine, {
    plan: async (client): Promise<Result<Shipping, FulfilmentRejection>> => {
      const { parcelId, carrier, trackingNumber } = request
      const locked = await lockParcel(client, parcelId)
      if (!locked.ok) return locked
      const { state } = locked.value
      const isRepeated =
        (state === 'shipped' || state === 'delivered') &&
        locked.value.carrier === carrier &&
        locked.value.trackingNumber === trackingNumber
      if (isRepeated) return accept({ commands: [], parcel: locked.value, isRepeated })
      if (state !== 'packed') return reject({ code: 'PARCEL_STATE', parcelId, state })
      return accept({ commands: [shipLines(locked.value, origin)], parcel: locked.value, isRepeated })
    },
    write: async (client, { parcel, isRepeated }) => {
      const { orderId, number } = parcel.order
      if (!isRepeated) {
        const { parcelId, carrier, trackingNumber } = request
        await client.query(
          `UPDATE parcel SET state = 'shipped', carrier = $2, tracking_number = $3, shipped_at = clock_timestamp() WHERE id = $1`,
          [parcelId, carrier, trackingNumber],
        )
        const state = await followParcels(client, orderId)
        const lines = boxed(parcel).map(({ lineNo, packed }) => ({ lineNo, quantity: packed }))
        await appendOrderEvent(client, origin, {
          orderId,
          type: 'shipped',
          facts: { parcelId, carrier, trackingNumber, lines, isRest: state === 'shipped' },
          message: 'ParcelShipped',
        })
      }
      return await shownFulfilment(client, number)
    },
  })

const boxed = ({ lines }: LockedParcel) => lines.flatMap((line) => ('packed' in line && line.packed > 0 ? [line] : []))

const shipLines = (parcel: LockedParcel, origin: Origin): ShipAllocations => {
  const { order, parcelId } = parcel
  return {
    kind: 'ship',
    origin,
    cause: { type: 'order', id: order.orderId },
    lines: boxed(parcel).map(({ lineNo, recordId, variantId, holdId, packed }) => {
      if (order.cartId === null || holdId === null) throw new Error(`line ${lineNo} of ${order.number} has no hold`)
      return {
        variantId,
        recordId,
        cartId: order.cartId,
        reservationId: holdId,
        quantity: packed,
        dedupeKey: `ship-${parcelId}-${lineNo}`,
      }
    }),
  }
}
