import type { StockMessage } from '@selvedge/core'
import type { Stamped } from './write-parameters'

/** The outbox message of an entry as JSON text, on one line; the shape is core's `stockMessageSchema`. */
export const stockMessageText = ({ event, after, recordId }: Stamped, recordedAtMs: number): string => {
  const { onHand, reserved, allocated, unavailable, short, safetyStock, oversellCap } = after
  const message: StockMessage = {
    topic: 'stock',
    type: event.type,
    recordId,
    variantId: after.variantId,
    locationId: after.locationId,
    version: after.version,
    quantity: event.quantity,
    ...(event.cartId === undefined ? {} : { cartId: event.cartId }),
    ...(event.reservationId === undefined ? {} : { reservationId: event.reservationId }),
    ...(event.expiresAt === undefined ? {} : { expiresAtMs: event.expiresAt.getTime() }),
    recordedAtMs,
    level: { onHand, reserved, allocated, unavailable, short, safetyStock, oversellCap },
  }
  return JSON.stringify(message)
}
