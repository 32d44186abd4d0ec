import type { ReservationPart } from './reservation'
import type { StockState } from './state'
import type { StockView } from './view'

/** Promised units for which there is neither stock, nor cap, nor an admitted shortage (rule 1's constraint). */
const excessOf = (state: StockState | undefined): number =>
  state ? state.reserved + state.allocated - (state.onHand - state.unavailable + state.oversellCap + state.short) : 0

// Holds of one batch have one moment: their names decide, so that the answer does not hang on the order they were read in.
const newestFirst = (a: ReservationPart, b: ReservationPart): number =>
  b.heldAt.getTime() - a.heldAt.getTime() ||
  compareText(b.reservationId, a.reservationId) ||
  compareText(b.cartId, a.cartId)

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Newest holds that draw from the record give way first, whole reservations at a time (rule 1). */
const releaseNewest = (view: StockView, recordId: number): void => {
  const candidates = view
    .heldReservations()
    .filter((parts) => parts.some((part) => part.recordId === recordId))
    .sort(([a], [b]) => (a && b ? newestFirst(a, b) : 0))
  for (const parts of candidates) {
    if (excessOf(view.record(recordId)) <= 0) return
    for (const part of [...parts]) {
      view.apply(part.recordId, {
        type: 'Released',
        quantity: part.quantity,
        cartId: part.cartId,
        reservationId: part.reservationId,
        reason: 'stock-short',
      })
    }
  }
}

/** Promises that have their units again are no longer short. */
export const settleShort = (view: StockView, recordId: number): void => {
  const record = view.record(recordId)
  if (!record || record.short === 0) return
  const cleared = Math.min(record.short, -excessOf(record))
  if (cleared > 0) view.apply(recordId, { type: 'ShortCleared', quantity: cleared })
}

/** After units or cap have gone: newest holds are released, the rest becomes short; what has units again is not. */
export const settlePromises = (view: StockView, recordId: number, reason: string | undefined): void => {
  if (excessOf(view.record(recordId)) > 0) releaseNewest(view, recordId)
  const excess = excessOf(view.record(recordId))
  if (excess > 0) view.apply(recordId, { type: 'ShortMarked', quantity: excess, ...(reason ? { reason } : {}) })
  settleShort(view, recordId)
}
