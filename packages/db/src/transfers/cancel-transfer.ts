import { accept, type ChangeTransfer, leaveDraft, type Result, reject, type TransferRejection } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { lockTransfer } from './lock-transfer'

type Cancelled = Result<{ version: number }, TransferRejection>

/** Drops a draft. What has left cannot be cancelled, only received or lost. */
export const cancelTransfer = (pool: pg.Pool, request: ChangeTransfer): Promise<Cancelled> =>
  inTransaction(pool, async (client): Promise<Cancelled> => {
    const { transferId } = request
    const transfer = await lockTransfer(client, transferId)
    if (!transfer) return reject({ code: 'TRANSFER_NOT_FOUND', transferId })
    const allowed = leaveDraft(transfer, request)
    if (!allowed.ok) return allowed
    await client.query(`UPDATE stock_transfer SET state = 'cancelled', version = version + 1 WHERE id = $1`, [
      transferId,
    ])
    return accept({ version: transfer.version + 1 })
  })
