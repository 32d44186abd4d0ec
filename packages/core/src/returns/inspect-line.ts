import { accept, type Result, reject } from '../result'
import { refundOfUnits } from './refund-amount'
import type { ReturnRejection } from './rejections'
import type { InspectReturn, ReturnOutcome } from './return-request'

export type LineUnderInspection = {
  readonly lineNo: number
  readonly quantity: number
  readonly decided: boolean
  /** The order line the pieces belong to, and units of it that were refunded before. */
  readonly orderLine: { readonly totalMinor: number; readonly quantity: number }
  readonly refundedUnits: number
}

export type Inspected = {
  readonly outcomes: ReadonlyMap<ReturnOutcome, number>
  readonly refundUnits: number
  readonly refundMinor: number
}

/** Every piece of the line gets one outcome; what is not refused is refunded at what was paid for it. */
export const inspectLine = (
  line: LineUnderInspection,
  { lineNo, outcomes }: Pick<InspectReturn, 'lineNo' | 'outcomes'>,
): Result<Inspected, ReturnRejection> => {
  if (line.decided) return reject({ code: 'RETURN_LINE_DECIDED', lineNo })
  const byOutcome = new Map<ReturnOutcome, number>()
  for (const { outcome, quantity } of outcomes) byOutcome.set(outcome, (byOutcome.get(outcome) ?? 0) + quantity)
  const total = [...byOutcome.values()].reduce((sum, quantity) => sum + quantity, 0)
  if (total !== line.quantity) return reject({ code: 'INSPECTION_DOES_NOT_ADD_UP', lineNo, expected: line.quantity })
  const refundUnits = total - (byOutcome.get('refused') ?? 0)
  return accept({
    outcomes: byOutcome,
    refundUnits,
    refundMinor: refundOfUnits(line.orderLine, line.refundedUnits, refundUnits),
  })
}
