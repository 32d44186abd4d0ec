import type { HoldPolicy } from './hold-policy'
import type { HoldReceipt, ReservationPart } from './reservation'

/** What the asker is told about a reservation, over all its parts (at least one). */
export const holdReceipt = (
  parts: readonly ReservationPart[],
  policy?: Pick<HoldPolicy, 'maxExtensions'>,
): HoldReceipt => {
  const first = parts[0]
  if (!first) throw new Error('a receipt needs a reservation')
  return {
    reservationId: first.reservationId,
    variantId: first.variantId,
    units: parts.reduce((sum, part) => sum + part.quantity, 0),
    state: first.state,
    expiresAt: first.expiresAt,
    extendable: first.state === 'held' && first.extensions < (policy?.maxExtensions ?? 1),
    parts: parts.map((part) => ({ recordId: part.recordId, units: part.quantity })),
  }
}
