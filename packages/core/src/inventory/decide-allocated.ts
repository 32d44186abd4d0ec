import { accept, type Result, reject } from '../result'
import type { AllocatedLine, RelocateAllocation, ShipAllocations } from './commands'
import { holdReceipt } from './hold-receipt'
import { reconcile } from './reconcile'
import type { StockRejection } from './rejections'
import { allocatedUnits, type HoldReceipt, type ReservationPart } from './reservation'
import { settleShort } from './settle-promises'
import { availableToSell } from './state'
import type { StockView } from './view'

type Asked = Omit<AllocatedLine, 'quantity' | 'variantId'> & { readonly quantity: number | undefined }

/** The part that has the units allocated, or why it has not. */
const findAllocated = (
  view: StockView,
  { cartId, reservationId, recordId, quantity }: Asked,
): Result<ReservationPart, StockRejection> => {
  const parts = view.reservation(cartId, reservationId)
  if (parts.length === 0) return reject({ code: 'RESERVATION_NOT_FOUND', reservationId })
  const part = parts.find((candidate) => candidate.recordId === recordId)
  const allocated = part ? allocatedUnits(part) : 0
  return part && allocated >= (quantity ?? 1)
    ? accept(part)
    : reject({ code: 'NOT_ALLOCATED', reservationId, recordId, requested: quantity ?? 1, allocated })
}

/** Allocated units leave the house, all lines or none. A parcel that left is a fact: what the books missed is found. */
export const decideShip = (view: StockView, command: ShipAllocations): Result<HoldReceipt[], StockRejection> => {
  const receipts: HoldReceipt[] = []
  for (const line of command.lines) {
    const { recordId, cartId, reservationId, quantity, dedupeKey, effectiveAt } = line
    if (dedupeKey === undefined || view.seen(recordId, dedupeKey) === undefined) {
      const found = findAllocated(view, line)
      if (!found.ok) return found
      const record = view.recordOf(line.variantId, recordId)
      if (!record) return reject({ code: 'UNKNOWN_RECORD', recordId })
      const told = { ...(command.cause ? { cause: command.cause } : {}), ...(effectiveAt ? { effectiveAt } : {}) }
      for (const missed of reconcile(record, 'Shipped', quantity)) view.apply(recordId, { ...missed, ...told })
      const keyed = dedupeKey === undefined ? {} : { dedupeKey }
      view.apply(recordId, { type: 'Shipped', quantity, cartId, reservationId, ...told, ...keyed })
      settleShort(view, recordId)
    }
    const parts = view.reservation(cartId, reservationId)
    if (parts.length === 0) return reject({ code: 'RESERVATION_NOT_FOUND', reservationId })
    receipts.push(holdReceipt(parts))
  }
  return accept(receipts)
}

/** The part at the record the units move to: more of what is there, or a part like the one they come from. */
const movedPart = (
  source: ReservationPart,
  there: ReservationPart | undefined,
  recordId: number,
  units: number,
): ReservationPart => {
  if (there && allocatedUnits(there) + there.shipped > 0) return { ...there, quantity: there.quantity + units }
  const { resolution: _resolution, ...moved } = source
  return { ...moved, recordId, quantity: units, futureUnits: 0, shipped: 0, state: 'committed' }
}

/** Moves a promise to another place that has the units free: there reserved and committed, here given back. */
export const decideRelocate = (view: StockView, command: RelocateAllocation): Result<HoldReceipt[], StockRejection> => {
  const { cartId, reservationId, variantId, fromRecordId, toRecordId, reason, cause } = command
  const asked = { cartId, reservationId, recordId: fromRecordId, quantity: command.quantity }
  const found = findAllocated(view, asked)
  if (!found.ok) return found
  const target = view.recordOf(variantId, toRecordId)
  if (!view.recordOf(variantId, fromRecordId)) return reject({ code: 'UNKNOWN_RECORD', recordId: fromRecordId })
  if (!target || toRecordId === fromRecordId) return reject({ code: 'UNKNOWN_RECORD', recordId: toRecordId })
  const units = command.quantity ?? allocatedUnits(found.value)
  const available = availableToSell(target)
  if (available < units) return reject({ code: 'OUT_OF_STOCK', variantId, requested: units, available })

  const told = { quantity: units, cartId, reservationId, reason, ...(cause ? { cause } : {}) }
  view.apply(fromRecordId, { type: 'AllocationReleased', ...told })
  settleShort(view, fromRecordId)
  const there = view.reservation(cartId, reservationId).find((part) => part.recordId === toRecordId)
  view.apply(toRecordId, { type: 'Reserved', ...told })
  view.place(movedPart(found.value, there, toRecordId, units))
  view.apply(toRecordId, { type: 'Committed', ...told })
  return accept([holdReceipt(view.reservation(cartId, reservationId))])
}
