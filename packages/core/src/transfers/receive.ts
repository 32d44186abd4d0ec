import { accept, type Result, reject } from '../result'
import type { TransferRejection } from './rejections'
import { type LossReason, outstanding, type ReceiveTransfer, type Transfer, type TransferLine } from './transfer'

/** What one line's delivery does: to the shelf, to the books, and to the line itself. */
export type LineReceipt = {
  readonly lineNo: number
  readonly variantId: number
  /** Left the books of the way: expected pieces that came. */
  readonly arrived: number
  /** Came although the books had none on the way any more. */
  readonly surplus: number
  /** Of those that came, not fit to sell. */
  readonly damaged: number
  /** Written off because nothing more will come. */
  readonly lost: number
  readonly after: TransferLine
}

export type TransferReceipt = {
  readonly lines: readonly LineReceipt[]
  readonly lossReason?: LossReason
  readonly closes: boolean
}

/**
 * A delivery against a transfer: pieces beyond what is on the way are a surplus (found), those missing at the close are
 * lost, for a reason. Nothing is refused for what was seen, only for a request that does not fit the document.
 */
export const receiveTransfer = (
  transfer: Transfer,
  delivery: ReceiveTransfer,
): Result<TransferReceipt, TransferRejection> => {
  const { id: transferId, state, version } = transfer
  if (state !== 'in-transit') return reject({ code: 'TRANSFER_STATE', transferId, state })
  if (delivery.expectedVersion !== version) return reject({ code: 'TRANSFER_CHANGED', transferId, version })
  const seen = new Map<number, { good: number; damaged: number }>()
  for (const { lineNo, good, damaged } of delivery.lines) {
    if (!transfer.lines.some((line) => line.lineNo === lineNo) || seen.has(lineNo))
      return reject({ code: 'TRANSFER_LINE_UNKNOWN', lineNo })
    seen.set(lineNo, { good, damaged })
  }

  const lines = transfer.lines.map((line): LineReceipt => {
    const { good, damaged } = seen.get(line.lineNo) ?? { good: 0, damaged: 0 }
    const came = good + damaged
    const arrived = Math.min(came, outstanding(line))
    const surplus = came - arrived
    const lost = delivery.close ? outstanding(line) - arrived : 0
    const after: TransferLine = {
      ...line,
      received: line.received + came,
      damaged: line.damaged + damaged,
      surplus: line.surplus + surplus,
      lost: line.lost + lost,
    }
    return { lineNo: line.lineNo, variantId: line.variantId, arrived, surplus, damaged, lost, after }
  })
  const missing = lines.reduce((sum, line) => sum + line.lost, 0)
  if (missing > 0 && delivery.lossReason === undefined) return reject({ code: 'TRANSFER_LOSS_NEEDS_REASON', missing })
  const moved = lines.some((line) => line.arrived + line.surplus > 0)
  if (!moved && !delivery.close) return reject({ code: 'TRANSFER_NOTHING_RECEIVED', transferId })
  return accept({
    lines,
    ...(missing > 0 && delivery.lossReason !== undefined ? { lossReason: delivery.lossReason } : {}),
    closes: delivery.close || lines.every((line) => outstanding(line.after) === 0),
  })
}
