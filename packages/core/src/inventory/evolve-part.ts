import type { StockEvent } from './events'
import { ALLOCATION_RELEASED, type ReservationPart } from './reservation'

const given = (resolution: string | undefined) => (resolution === undefined ? {} : { resolution })

/** What an entry that names a reservation does to its part at that record. `Reserved` makes parts and changes none. */
export const evolvePart = (part: ReservationPart, event: StockEvent): ReservationPart => {
  const { quantity, reason } = event
  const rest = part.quantity - quantity
  // Units drawn on supply to come are given up first.
  const fewer = { ...part, quantity: rest, futureUnits: Math.max(0, part.futureUnits - quantity) }
  switch (event.type) {
    case 'Extended':
      return {
        ...part,
        expiresAt: event.expiresAt ?? part.expiresAt,
        extensions: part.extensions + (reason === 'shopper' ? 1 : 0),
      }
    case 'Released':
      return rest > 0 ? fewer : { ...part, state: 'released', ...given(reason) }
    case 'Expired':
      return { ...part, state: 'expired', ...given(reason) }
    case 'Committed':
      return part.state === 'committed' ? part : { ...part, state: 'committed', ...given(reason) }
    case 'AllocationReleased':
      return rest > 0 ? fewer : { ...part, resolution: ALLOCATION_RELEASED }
    case 'Shipped':
      return { ...part, shipped: part.shipped + quantity }
    default:
      return part
  }
}
