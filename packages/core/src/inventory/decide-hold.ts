import { fewestPlaces } from '../allocation/fewest-places'
import { accept, type Result, reject } from '../result'
import { candidatesOf } from './candidates-of'
import { chooseByPolicy } from './choose-by-policy'
import type { Holder, HoldUnits } from './commands'
import { holdReceipt } from './hold-receipt'
import type { StockRejection } from './rejections'
import type { HoldReceipt } from './reservation'
import { availableInFuture, availableToSell, type StockRecord } from './state'
import { holderFields, type StockView } from './view'

type Line = HoldUnits['lines'][number]
type Sources = { readonly records: readonly StockRecord[]; readonly now: number; readonly future: number }

/** Policy: no shopper or address takes a SKU off sale, and neither do all bags together (domain, hold policy). */
const policyRefusal = (
  view: StockView,
  command: HoldUnits,
  line: Line,
  { records, now, future }: Sources,
): StockRejection | undefined => {
  const { policy, holder } = command
  const { variantId, units } = line
  if (units > policy.maxUnitsPerSku)
    return { code: 'QUANTITY_LIMIT', variantId, requested: units, limit: policy.maxUnitsPerSku }
  const limit = policy.perCustomer?.units
  if (limit !== undefined) {
    const has = Math.max(
      view.boughtBy('shopper', variantId, holder.shopperId) + view.heldBy('shopper', variantId, holder.shopperId),
      view.boughtBy('address', variantId, holder.addressKey) + view.heldBy('address', variantId, holder.addressKey),
    )
    if (has + units > limit) return { code: 'QUANTITY_LIMIT', variantId, requested: has + units, limit }
  }
  if (command.purpose === 'checkout') return undefined

  const held = records.reduce((sum, record) => sum + record.reserved, 0)
  const sellable = held + now + future
  const share = Math.max(1, Math.floor((sellable * policy.holderSharePerMille) / 1_000))
  const mine = Math.max(
    view.heldBy('shopper', variantId, holder.shopperId),
    view.heldBy('address', variantId, holder.addressKey),
  )
  if (mine + units > share) return { code: 'HOLD_NOT_GRANTED', variantId, because: 'share' }
  const hot = sellable >= policy.heatFloorUnits && (held + units) * 1_000 > sellable * policy.heatPerMille
  return hot ? { code: 'HOLD_NOT_GRANTED', variantId, because: 'heat' } : undefined
}

type Taking = { readonly sources: Sources; readonly units: number; readonly sending: Set<number> }

/** What a line could have, and from where. */
const sourcesOf = (view: StockView, command: HoldUnits, line: Line): Sources => {
  const records = view.sellingRecords(line.variantId)
  const sum = (units: (record: StockRecord) => number): number =>
    records.reduce((total, record) => total + units(record), 0)
  const ahead = (record: StockRecord): number => (line.allowFuture ? availableInFuture(record) : 0)
  if (!command.allocation || command.allocation.policy.split)
    return { records, now: sum(availableToSell), future: sum(ahead) }
  // A line that may not be split can have what the fullest place has, and no more.
  const whole = (record: StockRecord): number => availableToSell(record) + ahead(record)
  const fullest = records.reduce<StockRecord | undefined>(
    (best, record) => (best && whole(best) >= whole(record) ? best : record),
    undefined,
  )
  return { records, now: fullest ? availableToSell(fullest) : 0, future: fullest ? ahead(fullest) : 0 }
}

/** The reservation as it was made before, if it was: the same request again changes nothing, another one is an error. */
const earlierAnswer = (
  view: StockView,
  command: HoldUnits,
  { reservationId, variantId, units }: Line,
): Result<HoldReceipt, StockRejection> | undefined => {
  const earlier = view.reservation(command.holder.cartId, reservationId)
  const first = earlier[0]
  if (!first) return undefined
  return first.variantId === variantId && first.requestedUnits === units
    ? accept(holdReceipt(earlier, command.policy))
    : reject({ code: 'RESERVATION_ID_REUSED', reservationId })
}

/** Who holds: what the replaced hold knew of its holder still counts, so that no limit is lost on the way to the till. */
const holderOf = (view: StockView, { holder }: HoldUnits, line: Line): Holder => {
  const replaced = line.replaces === undefined ? undefined : view.reservation(holder.cartId, line.replaces)[0]
  return replaced?.variantId === line.variantId ? { ...holderFields(replaced), ...holder } : holder
}

const releaseReplaced = (view: StockView, cartId: string, line: Line): void => {
  const replaced = line.replaces === undefined ? [] : view.reservation(cartId, line.replaces)
  for (const part of [...replaced]) {
    if (part.state !== 'held' || part.variantId !== line.variantId) continue
    view.apply(part.recordId, {
      type: 'Released',
      quantity: part.quantity,
      cartId,
      reservationId: part.reservationId,
      reason: 'replaced',
    })
  }
}

const takeUnits = (view: StockView, command: HoldUnits, line: Line, taking: Taking): void => {
  const { sources, units, sending } = taking
  const { policy, holder, purpose, cause, origin } = command
  const { reservationId } = line
  const ttlMs = purpose === 'checkout' ? policy.paymentGraceMs : policy.ttlMs
  const expiresAt = new Date(view.now.getTime() + ttlMs)
  const wanted = { units, allowFuture: line.allowFuture ?? false, sending }
  const { parts, why } = chooseByPolicy(command.allocation, sources.records, wanted)
  for (const chosen of parts) {
    sending.add(chosen.record.locationId)
    const hold = {
      ...holderFields(holder),
      reservationId,
      requestedUnits: line.units,
      ...(units === line.units ? {} : { grantedUnits: units }),
      futureUnits: chosen.futureUnits,
      shipped: 0,
      state: 'held' as const,
      expiresAt,
      extensions: 0,
      heldAt: view.now,
      correlationId: origin.correlationId,
    }
    view.reserve(chosen.record, chosen.units, hold, {
      type: 'Reserved',
      quantity: chosen.units,
      cartId: holder.cartId,
      reservationId,
      expiresAt,
      ...(why === undefined ? {} : { note: why }),
      ...(cause ? { cause } : {}),
    })
  }
}

const holdLine = (
  view: StockView,
  asked: HoldUnits,
  line: Line,
  sending: Set<number>,
): Result<HoldReceipt, StockRejection> => {
  const command = { ...asked, holder: holderOf(view, asked, line) }
  const { cartId } = command.holder
  const { reservationId, variantId } = line
  const earlier = earlierAnswer(view, command, line)
  if (earlier) return earlier
  releaseReplaced(view, cartId, line)
  const sources = sourcesOf(view, command, line)
  if (sources.records.length === 0) return reject({ code: 'UNKNOWN_VARIANT', variantId })
  const available = sources.now + sources.future
  const units = command.mode === 'best-effort' ? Math.min(line.units, available) : line.units
  if (units === 0 || available < units)
    return reject({ code: 'OUT_OF_STOCK', variantId, requested: line.units, available })
  const refusal = policyRefusal(view, command, { ...line, units }, sources)
  if (refusal) return reject(refusal)
  takeUnits(view, command, line, { sources, units, sending })
  return accept(holdReceipt(view.reservation(cartId, reservationId), command.policy))
}

/** Places that are to send the request, where its lines are chosen together; replaced holds count as free for this. */
const beginFrom = (view: StockView, { allocation, holder, lines }: HoldUnits): Set<number> => {
  if (!allocation?.policy.rules.includes('fewest-parcels') || lines.length < 2) return new Set()
  const { policy, destination } = allocation
  const wanted = lines.map(({ variantId, units, replaces }) => {
    const own = new Map(
      (replaces === undefined ? [] : view.reservation(holder.cartId, replaces)).flatMap((part) =>
        part.state === 'held' ? [[part.recordId, part.quantity - part.futureUnits] as const] : [],
      ),
    )
    const candidates = candidatesOf(allocation, view.sellingRecords(variantId)).map((candidate) => ({
      ...candidate,
      available: candidate.available + (own.get(candidate.recordId) ?? 0),
    }))
    return { units, candidates }
  })
  return new Set(fewestPlaces({ policy, lines: wanted, ...(destination ? { destination } : {}) }))
}

/**
 * All lines or none; by best effort, the lines that get anything. Lines of one SKU see each other, so their demand is
 * summed before it is granted (rule 6).
 */
export const decideHold = (view: StockView, command: HoldUnits): Result<HoldReceipt[], StockRejection> => {
  const receipts: HoldReceipt[] = []
  // Places that send a parcel for this request: a later line may join it.
  const sending = beginFrom(view, command)
  let refused: StockRejection | undefined
  for (const line of command.lines) {
    const savepoint = view.savepoint()
    const answer = holdLine(view, command, line, sending)
    if (answer.ok) receipts.push(answer.value)
    else if (command.mode === 'best-effort') {
      view.rollback(savepoint)
      refused ??= answer.error
    } else return answer
  }
  return refused && receipts.length === 0 ? reject(refused) : accept(receipts)
}
