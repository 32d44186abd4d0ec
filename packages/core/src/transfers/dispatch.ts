import { accept, type Result, reject } from '../result'
import type { TransferRejection } from './rejections'
import type { ChangeTransfer, Transfer } from './transfer'

/** Whether the document itself may go on from a draft: to be sent or to be cancelled. */
export const leaveDraft = (transfer: Transfer, request: ChangeTransfer): Result<Transfer, TransferRejection> => {
  const { id: transferId, state, version } = transfer
  if (state !== 'draft') return reject({ code: 'TRANSFER_STATE', transferId, state })
  if (request.expectedVersion !== version) return reject({ code: 'TRANSFER_CHANGED', transferId, version })
  return accept(transfer)
}

/**
 * A transfer takes from what is free: units promised to buyers stay. Safety stock may travel, it limits selling only.
 * `free` is on hand - reserved - allocated - unavailable at the sender, under lock.
 */
export const checkDispatch = (
  lines: readonly { readonly sku: string; readonly quantity: number; readonly free: number }[],
): Result<void, TransferRejection> => {
  const short = lines.find((line) => line.free < line.quantity)
  if (!short) return accept(undefined)
  return reject({
    code: 'TRANSFER_EXCEEDS_AVAILABLE',
    sku: short.sku,
    wanted: short.quantity,
    available: Math.max(0, short.free),
  })
}
