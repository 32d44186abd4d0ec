import { accept, type Result, reject } from '../result'
import type { HoldUnits } from './commands'
import { holdReceipt } from './hold-receipt'
import type { StockRejection } from './rejections'
import type { HoldReceipt } from './reservation'
import { availableToSell, type StockRecord } from './state'
import { holderFields, type StockView } from './view'

type Line = HoldUnits['lines'][number]

/** Where the units come from: the first location that has them all, else split in order of preference. */
export const chooseRecords = (
  records: readonly StockRecord[],
  units: number,
): { record: StockRecord; units: number }[] => {
  const whole = records.find((record) => availableToSell(record) >= units)
  if (whole) return [{ record: whole, units }]
  const chosen: { record: StockRecord; units: number }[] = []
  let missing = units
  for (const record of records) {
    const take = Math.min(missing, availableToSell(record))
    if (take > 0) chosen.push({ record, units: take })
    missing -= take
    if (missing === 0) return chosen
  }
  return []
}

/** Policy: no shopper or address takes a SKU off sale, and neither do all bags together (domain, hold policy). */
const policyRefusal = (
  view: StockView,
  command: HoldUnits,
  line: Line,
  records: readonly StockRecord[],
): StockRejection | undefined => {
  const { policy, holder } = command
  const { variantId, units } = line
  if (units > policy.maxUnitsPerSku)
    return { code: 'QUANTITY_LIMIT', variantId, requested: units, limit: policy.maxUnitsPerSku }
  if (command.purpose === 'checkout') return undefined

  const held = records.reduce((sum, record) => sum + record.reserved, 0)
  const sellable = held + records.reduce((sum, record) => sum + availableToSell(record), 0)
  const share = Math.max(1, Math.floor((sellable * policy.holderSharePerMille) / 1_000))
  const mine = Math.max(
    view.heldBy('shopper', variantId, holder.shopperId),
    view.heldBy('address', variantId, holder.addressKey),
  )
  if (mine + units > share) return { code: 'HOLD_NOT_GRANTED', variantId, because: 'share' }
  const hot = sellable >= policy.heatFloorUnits && (held + units) * 1_000 > sellable * policy.heatPerMille
  return hot ? { code: 'HOLD_NOT_GRANTED', variantId, because: 'heat' } : undefined
}

const holdLine = (view: StockView, command: HoldUnits, line: Line): Result<HoldReceipt, StockRejection> => {
  const { cartId } = command.holder
  const { reservationId, variantId, units } = line
  // The reservation id is the idempotency key: the same request again changes nothing, another one under it is an error.
  const earlier = view.reservation(cartId, reservationId)
  const first = earlier[0]
  if (first) {
    const same = first.variantId === variantId && first.requestedUnits === units
    return same
      ? accept(holdReceipt(earlier, command.policy))
      : reject({ code: 'RESERVATION_ID_REUSED', reservationId })
  }
  const replaced = line.replaces === undefined ? [] : view.reservation(cartId, line.replaces)
  for (const part of replaced) {
    if (part.state !== 'held') continue
    view.apply(part.recordId, {
      type: 'Released',
      quantity: part.quantity,
      cartId,
      reservationId: part.reservationId,
      reason: 'replaced',
    })
  }
  const records = view.sellingRecords(variantId)
  if (records.length === 0) return reject({ code: 'UNKNOWN_VARIANT', variantId })
  const available = records.reduce((sum, record) => sum + availableToSell(record), 0)
  if (available < units) return reject({ code: 'OUT_OF_STOCK', variantId, requested: units, available })
  const refusal = policyRefusal(view, command, line, records)
  if (refusal) return reject(refusal)

  const ttlMs = command.purpose === 'checkout' ? command.policy.paymentGraceMs : command.policy.ttlMs
  const expiresAt = new Date(view.now.getTime() + ttlMs)
  for (const chosen of chooseRecords(records, units)) {
    const hold = {
      ...holderFields(command.holder),
      reservationId,
      requestedUnits: units,
      state: 'held' as const,
      expiresAt,
      extensions: 0,
      heldAt: view.now,
    }
    view.reserve(chosen.record, chosen.units, hold, {
      type: 'Reserved',
      quantity: chosen.units,
      cartId,
      reservationId,
      expiresAt,
      ...(command.cause ? { cause: command.cause } : {}),
    })
  }
  return accept(holdReceipt(view.reservation(cartId, reservationId), command.policy))
}

/** All lines or none. Lines of one SKU see each other, so their demand is summed before it is granted (rule 6). */
export const decideHold = (view: StockView, command: HoldUnits): Result<HoldReceipt[], StockRejection> => {
  const receipts: HoldReceipt[] = []
  for (const line of command.lines) {
    const answer = holdLine(view, command, line)
    if (!answer.ok) return answer
    receipts.push(answer.value)
  }
  return accept(receipts)
}
