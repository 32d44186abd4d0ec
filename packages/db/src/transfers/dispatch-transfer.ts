import {
  accept,
  type ChangeTransfer,
  checkDispatch,
  leaveDraft,
  type Origin,
  type Result,
  reject,
  type StockRejection,
  type TransferRejection,
} from '@selvedge/core'
import type pg from 'pg'
import { ensureRecords } from '../inventory/ensure-records'
import { readFreeUnits } from '../inventory/read-free-units'
import type { PgStockEngine } from '../inventory/stock-engine'
import { transactOrRefuse } from '../inventory/transact-or-refuse'
import { lockTransfer } from './lock-transfer'

type Dispatched = Result<{ version: number }, TransferRejection | StockRejection>

/** Sends a draft on its way: units leave the sender's shelf, one entry a line, and are in transit from then on. */
export const dispatchTransfer = (
  engine: Pick<PgStockEngine, 'transact'>,
  origin: Origin,
  request: ChangeTransfer,
): Promise<Dispatched> =>
  transactOrRefuse(engine, {
    plan: async (client: pg.PoolClient) => {
      const { transferId } = request
      const transfer = await lockTransfer(client, transferId)
      if (!transfer) return reject<TransferRejection>({ code: 'TRANSFER_NOT_FOUND', transferId })
      const allowed = leaveDraft(transfer, request)
      if (!allowed.ok) return allowed
      const toRecords = await ensureRecords(
        client,
        transfer.toLocationId,
        transfer.lines.map((line) => line.variantId),
      )
      const free = await readFreeUnits(
        client,
        transfer.lines.map((line) => line.variantId),
      )
      const enough = checkDispatch(transfer.lines.map((line) => ({ ...line, free: free.get(line.fromRecordId) ?? 0 })))
      if (!enough.ok) return enough
      const cause = { type: 'transfer', id: String(transferId) } as const
      const observations = transfer.lines.map(({ variantId, fromRecordId, quantity }) => ({
        variantId,
        recordId: fromRecordId,
        type: 'TransferredOut' as const,
        quantity,
        reason: 'transfer',
      }))
      return accept({ commands: [{ kind: 'observe', origin, cause, observations }], transfer, toRecords })
    },
    write: async (client, { transfer, toRecords }) => {
      await client.query(
        `UPDATE stock_transfer_line SET to_record_id = m.record_id
        FROM unnest($2::int[], $3::int[]) AS m(variant_id, record_id)
        WHERE transfer_id = $1 AND stock_transfer_line.variant_id = m.variant_id`,
        [transfer.id, [...toRecords.keys()], [...toRecords.values()]],
      )
      await client.query(
        `UPDATE stock_transfer SET state = 'in-transit', version = version + 1, dispatched_at = clock_timestamp() WHERE id = $1`,
        [transfer.id],
      )
      return { version: transfer.version + 1 }
    },
  })
