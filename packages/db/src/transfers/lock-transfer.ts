import type { Transfer, TransferLine, TransferState } from '@selvedge/core'
import type pg from 'pg'

/** A line with the records it moves between. */
export type LockedLine = TransferLine & {
  readonly sku: string
  readonly fromRecordId: number
  readonly toRecordId?: number
}
export type LockedTransfer = Omit<Transfer, 'lines'> & { readonly lines: readonly LockedLine[] }

type Row = { id: number; state: TransferState; version: number; from_location_id: number; to_location_id: number }
type LineRow = {
  line_no: number
  variant_id: number
  sku: string
  from_record_id: number
  to_record_id: number | null
  quantity: number
  received: number
  damaged: number
  lost: number
  surplus: number
}

/** The document under its row lock; its lines change only under it. */
export const lockTransfer = async (client: pg.PoolClient, transferId: number): Promise<LockedTransfer | undefined> => {
  const { rows } = await client.query<Row>(
    'SELECT id, state, version, from_location_id, to_location_id FROM stock_transfer WHERE id = $1 FOR UPDATE',
    [transferId],
  )
  const row = rows[0]
  if (!row) return undefined
  const { rows: lines } = await client.query<LineRow>(
    `SELECT l.line_no, l.variant_id, v.sku, l.from_record_id, l.to_record_id, l.quantity, l.received, l.damaged, l.lost, l.surplus
    FROM stock_transfer_line l JOIN variant v ON v.id = l.variant_id WHERE l.transfer_id = $1 ORDER BY l.line_no`,
    [transferId],
  )
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    fromLocationId: row.from_location_id,
    toLocationId: row.to_location_id,
    lines: lines.map(
      ({
        line_no: lineNo,
        variant_id: variantId,
        from_record_id: fromRecordId,
        to_record_id: toRecordId,
        ...line
      }) => ({
        ...line,
        lineNo,
        variantId,
        fromRecordId,
        ...(toRecordId === null ? {} : { toRecordId }),
      }),
    ),
  }
}
