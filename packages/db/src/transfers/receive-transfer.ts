import {
  accept,
  type Observation,
  type Origin,
  type ReceiveTransfer,
  type Result,
  receiveTransfer as receive,
  reject,
  type StockRejection,
  type TransferReceipt,
  type TransferRejection,
} from '@selvedge/core'
import type { PgStockEngine } from '../inventory/stock-engine'
import { transactOrRefuse } from '../inventory/transact-or-refuse'
import { type LockedTransfer, lockTransfer } from './lock-transfer'

type Received = Result<{ version: number; closed: boolean }, TransferRejection | StockRejection>

/** Unpacks a delivery: expected pieces arrive, surplus is found, damaged ones are set aside, missing ones written off. */
export const receiveTransfer = (
  engine: Pick<PgStockEngine, 'transact'>,
  origin: Origin,
  request: ReceiveTransfer,
): Promise<Received> =>
  transactOrRefuse(engine, {
    plan: async (client) => {
      const { transferId, note } = request
      const transfer = await lockTransfer(client, transferId)
      if (!transfer) return reject<TransferRejection>({ code: 'TRANSFER_NOT_FOUND', transferId })
      const receipt = receive(transfer, request)
      if (!receipt.ok) return receipt
      const cause = { type: 'transfer', id: String(transferId) } as const
      const observations = observationsOf(transfer, receipt.value, note)
      const commands = observations.length === 0 ? [] : [{ kind: 'observe', origin, cause, observations } as const]
      return accept({ commands, transfer, receipt: receipt.value })
    },
    write: async (client, { transfer, receipt }) => {
      const after = receipt.lines.map((line) => line.after)
      await client.query(
        `UPDATE stock_transfer_line l SET received = m.received, damaged = m.damaged, lost = m.lost, surplus = m.surplus
        FROM unnest($2::int[], $3::int[], $4::int[], $5::int[], $6::int[]) AS m(line_no, received, damaged, lost, surplus)
        WHERE l.transfer_id = $1 AND l.line_no = m.line_no`,
        [
          transfer.id,
          after.map((line) => line.lineNo),
          after.map((line) => line.received),
          after.map((line) => line.damaged),
          after.map((line) => line.lost),
          after.map((line) => line.surplus),
        ],
      )
      await client.query(
        `UPDATE stock_transfer SET version = version + 1, state = CASE WHEN $2 THEN 'received' ELSE state END,
          received_at = CASE WHEN $2 THEN clock_timestamp() END, loss_reason = coalesce($3, loss_reason) WHERE id = $1`,
        [transfer.id, receipt.closes, receipt.lossReason ?? null],
      )
      return { version: transfer.version + 1, closed: receipt.closes }
    },
  })

const observationsOf = (
  transfer: LockedTransfer,
  { lines, lossReason }: TransferReceipt,
  note: string | undefined,
): Observation[] =>
  lines.flatMap(({ lineNo, variantId, arrived, surplus, damaged, lost }): Observation[] => {
    const recordId = transfer.lines.find((line) => line.lineNo === lineNo)?.toRecordId
    if (recordId === undefined) throw new Error(`line ${lineNo} of transfer ${transfer.id} has no record to go to`)
    const seen = { variantId, recordId, ...(note === undefined ? {} : { note }) }
    const all: Observation[] = [
      { ...seen, type: 'TransferredIn', quantity: arrived, reason: 'transfer' },
      { ...seen, type: 'Found', quantity: surplus, reason: 'transfer-surplus' },
      { ...seen, type: 'Damaged', quantity: damaged, reason: 'damaged-on-the-way' },
      { ...seen, type: 'TransferLost', quantity: lost, reason: lossReason ?? 'lost-on-the-way' },
    ]
    return all.filter((one) => one.quantity > 0)
  })
