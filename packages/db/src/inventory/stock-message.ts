import type { Stamped } from './write-parameters'

/**
 * The outbox message of an entry as JSON text, on one line; the shape is core's `stockMessageSchema`. Put together by hand,
 * for it is written under the locks of the record: numbers and the ids of the database need no escaping.
 */
export const stockMessageText = ({ event, after, recordId }: Stamped, recordedAtMs: number): string => {
  const { cartId, reservationId, expiresAt } = event
  const ids =
    (cartId === undefined ? '' : `,"cartId":"${cartId}"`) +
    (reservationId === undefined ? '' : `,"reservationId":"${reservationId}"`) +
    (expiresAt === undefined ? '' : `,"expiresAtMs":${expiresAt.getTime()}`)
  return (
    `{"topic":"stock","type":"${event.type}","recordId":${recordId},"variantId":${after.variantId},"locationId":${after.locationId},` +
    `"version":${after.version},"quantity":${event.quantity}${ids},"recordedAtMs":${recordedAtMs},"level":{"onHand":${after.onHand},` +
    `"reserved":${after.reserved},"allocated":${after.allocated},"unavailable":${after.unavailable},"short":${after.short},` +
    `"safetyStock":${after.safetyStock},"oversellCap":${after.oversellCap}}}`
  )
}
