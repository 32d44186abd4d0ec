import { accept, type Result, reject } from '../result'
import type { CommitHolds, ExtendHolds, ReleaseAllocations, ReleaseHolds } from './commands'
import { holdReceipt } from './hold-receipt'
import type { StockRejection } from './rejections'
import { allocatedUnits, type ExpiredHold, type HoldReceipt, type ReservationPart, standingOf } from './reservation'
import { settleShort } from './settle-promises'
import type { StockView } from './view'

type Named = Pick<CommitHolds, 'cartId' | 'holds'>
type Step = (
  parts: readonly ReservationPart[],
  first: ReservationPart,
  units: number | undefined,
) => StockRejection | undefined

/** Runs one step on each named reservation, all or nothing; a reservation under another cart is not found. */
const onEach = (view: StockView, { cartId, holds }: Named, step: Step): Result<HoldReceipt[], StockRejection> => {
  const receipts: HoldReceipt[] = []
  for (const { reservationId, variantId, units } of holds) {
    const parts = view.reservation(cartId, reservationId)
    const first = standingOf(parts)
    // Named under another SKU it is not found: the records it draws from are not locked for this command.
    if (first?.variantId !== variantId) return reject({ code: 'RESERVATION_NOT_FOUND', reservationId })
    const refusal = step(parts, first, units)
    if (refusal) return reject(refusal)
    receipts.push(holdReceipt(view.reservation(cartId, reservationId)))
  }
  return accept(receipts)
}

const resolvedAs = (part: ReservationPart): StockRejection | undefined =>
  part.state === 'held'
    ? undefined
    : { code: 'RESERVATION_RESOLVED', reservationId: part.reservationId, as: part.state }

const named = (part: ReservationPart) => ({
  quantity: part.quantity,
  cartId: part.cartId,
  reservationId: part.reservationId,
})

/** Commits so many units of a part and gives the rest of it back. */
const commitPart = (view: StockView, part: ReservationPart, units: number, command: CommitHolds): void => {
  const cause = command.cause ? { cause: command.cause } : {}
  const rest = part.quantity - units
  if (rest > 0) view.apply(part.recordId, { type: 'Released', ...named(part), quantity: rest, reason: 'not-needed' })
  if (units > 0) view.apply(part.recordId, { type: 'Committed', ...named(part), quantity: units, ...cause })
}

/**
 * Held units become allocated; of a hold named with fewer units, the rest goes back. Due holds were expired before
 * this, so a commit after `expires_at` is refused (rule 8).
 */
export const decideCommit = (view: StockView, command: CommitHolds): Result<HoldReceipt[], StockRejection> =>
  onEach(view, command, (parts, first, units) => {
    const has = holdReceipt(parts).units
    if (first.state === 'committed' && (units ?? has) === has) return undefined
    const refusal = resolvedAs(first)
    if (refusal) return refusal
    const wanted = units ?? has
    if (wanted < 1 || wanted > has)
      return { code: 'MORE_THAN_HELD', reservationId: first.reservationId, requested: wanted, held: has }
    let missing = wanted
    for (const part of [...parts]) {
      const taken = Math.min(missing, part.quantity)
      commitPart(view, part, taken, command)
      missing -= taken
    }
    return undefined
  })

/** Held units go back. What was released or expired before answers the same again. */
export const decideRelease = (view: StockView, command: ReleaseHolds): Result<HoldReceipt[], StockRejection> =>
  onEach(view, command, (parts, first) => {
    if (first.state === 'released' || first.state === 'expired') return undefined
    const refusal = resolvedAs(first)
    if (refusal) return refusal
    for (const part of [...parts])
      view.apply(part.recordId, { type: 'Released', ...named(part), reason: command.reason })
    return undefined
  })

/** Undoes a commit: the reservation stays resolved as committed, what has not shipped becomes available, once. */
export const decideReleaseAllocation = (
  view: StockView,
  command: ReleaseAllocations,
): Result<HoldReceipt[], StockRejection> =>
  onEach(view, command, (parts, first) => {
    if (first.state !== 'committed')
      return resolvedAs(first) ?? { code: 'RESERVATION_NOT_FOUND', reservationId: first.reservationId }
    for (const part of [...parts]) {
      const quantity = allocatedUnits(part)
      if (quantity === 0) continue
      view.apply(part.recordId, {
        type: 'AllocationReleased',
        ...named(part),
        quantity,
        reason: command.reason,
        ...(command.cause ? { cause: command.cause } : {}),
      })
      settleShort(view, part.recordId)
    }
    return undefined
  })

/** By the shopper once (policy); by a payment in flight up to the grace, never beyond the policy's longest life. */
export const decideExtend = (view: StockView, command: ExtendHolds): Result<HoldReceipt[], StockRejection> =>
  onEach(view, command, (parts, first) => {
    const refusal = resolvedAs(first)
    if (refusal) return refusal
    const { policy } = command
    if (command.by === 'shopper' && first.extensions >= policy.maxExtensions) {
      return { code: 'EXTENSION_USED', reservationId: first.reservationId }
    }
    const longest =
      first.heldAt.getTime() + policy.ttlMs + policy.maxExtensions * policy.extensionMs + policy.paymentGraceMs
    const wanted =
      command.by === 'shopper'
        ? first.expiresAt.getTime() + policy.extensionMs
        : Math.min(longest, Math.max(first.expiresAt.getTime(), view.now.getTime() + policy.paymentGraceMs))
    if (wanted <= first.expiresAt.getTime()) return undefined
    const expiresAt = new Date(wanted)
    for (const part of [...parts])
      view.apply(part.recordId, { type: 'Extended', ...named(part), expiresAt, reason: command.by })
    return undefined
  })

/**
 * Appends the expiry of every due hold whose parts are all in the batch; writers do this before they decide. Answers
 * which holds ended.
 */
export const expireDueHolds = (view: StockView): ExpiredHold[] => {
  const expired: ExpiredHold[] = []
  for (const parts of view.heldReservations()) {
    const first = parts[0]
    if (!first || first.expiresAt.getTime() > view.now.getTime()) continue
    const whole = parts.reduce((sum, part) => sum + part.quantity, 0) === (first.grantedUnits ?? first.requestedUnits)
    if (!whole || !parts.every((part) => view.record(part.recordId))) continue
    view.because({ type: 'expiry', id: first.reservationId })
    for (const part of [...parts]) {
      view.apply(part.recordId, {
        type: 'Expired',
        ...named(part),
        expiresAt: part.expiresAt,
        ...askedBy(part),
      })
      settleShort(view, part.recordId)
    }
    expired.push({ reservationId: first.reservationId, ...askedBy(first) })
  }
  return expired
}

const askedBy = ({ correlationId }: ReservationPart): { correlationId?: string } =>
  correlationId === undefined ? {} : { correlationId }
