import { accept, type Result, reject } from '../result'
import type { AdjustStock } from './commands'
import { settleShort } from './decide-resolve'
import type { StockRejection } from './rejections'
import type { StockState } from './state'
import type { StockView } from './view'

/** Newest holds that draw from the record give way first, whole reservations at a time (rule 1). */
const releaseNewest = (view: StockView, recordId: number, excess: () => number): void => {
  const candidates = view
    .heldReservations()
    .filter((parts) => parts.some((part) => part.recordId === recordId))
    .sort((a, b) => (b[0]?.heldAt.getTime() ?? 0) - (a[0]?.heldAt.getTime() ?? 0))
  for (const parts of candidates) {
    if (excess() <= 0) return
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

/**
 * A physical observation is never refused for what it says: a missing unit that the books never had is `Found` first,
 * and promises without units become `short` after the newest holds have given way.
 */
export const decideAdjust = (view: StockView, command: AdjustStock): Result<StockState, StockRejection> => {
  const { recordId, delta, reason, note, cause } = command
  const record = view.record(recordId)
  if (!record) return reject({ code: 'UNKNOWN_RECORD', recordId })
  if (command.expectedVersion !== undefined && command.expectedVersion !== record.version) {
    return reject({ code: 'STOCK_CHANGED', recordId, version: record.version })
  }
  if (record.onHand + delta < 0) view.apply(recordId, { type: 'Found', quantity: -(record.onHand + delta), reason })
  view.apply(recordId, {
    type: 'Adjusted',
    quantity: delta,
    reason,
    ...(note === undefined ? {} : { note }),
    ...(cause ? { cause } : {}),
  })

  const excess = (): number => {
    const now = view.record(recordId)
    return now ? now.reserved + now.allocated - (now.onHand - now.unavailable + now.oversellCap + now.short) : 0
  }
  if (excess() > 0) releaseNewest(view, recordId, excess)
  if (excess() > 0) view.apply(recordId, { type: 'ShortMarked', quantity: excess(), reason })
  settleShort(view, recordId)
  return accept(view.record(recordId) ?? record)
}
