import type { HoldPolicy } from './hold-policy'
import { ALLOCATION_RELEASED, type HoldReceipt, type ReservationPart, standingOf } from './reservation'

/** The parts that share the reservation's fate: moved or undone ones do not count while others stand. */
const standingParts = (parts: readonly ReservationPart[], first: ReservationPart): readonly ReservationPart[] => {
  const same = parts.filter((part) => part.state === first.state)
  const live = same.filter((part) => part.resolution !== ALLOCATION_RELEASED)
  return live.length > 0 ? live : same
}

/** What the asker is told about a reservation, over all its parts (at least one) that share its fate. */
export const holdReceipt = (
  parts: readonly ReservationPart[],
  policy?: Pick<HoldPolicy, 'maxExtensions'>,
): HoldReceipt => {
  const first = standingOf(parts)
  if (!first) throw new Error('a receipt needs a reservation')
  // By record: an answer given again is the same answer, in whatever order the parts were found.
  const standing = [...standingParts(parts, first)].sort((a, b) => a.recordId - b.recordId)
  return {
    reservationId: first.reservationId,
    variantId: first.variantId,
    units: standing.reduce((sum, part) => sum + part.quantity, 0),
    state: first.state,
    expiresAt: first.expiresAt,
    extendable: first.state === 'held' && first.extensions < (policy?.maxExtensions ?? 1),
    parts: standing.map((part) => ({
      recordId: part.recordId,
      units: part.quantity,
      ...(part.futureUnits > 0 ? { futureUnits: part.futureUnits } : {}),
    })),
  }
}
