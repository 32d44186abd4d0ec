import type { Cause, RecordedStockEvent, StockEventType } from '@selvedge/core'
import type pg from 'pg'

type LedgerRow = {
  record_id: number
  version: number
  type: StockEventType
  quantity: number
  reservation_id: string | null
  expires_at: Date | null
  reason: string | null
  note: string | null
  actor: string
  cause_type: Cause['type'] | null
  cause_id: string | null
  correlation_id: string
  recorded_at: Date
  effective_at: Date
}

/** One record's entries, newest first, keyset-paged by version. */
export const readLedger = async (
  pool: pg.Pool,
  recordId: number,
  input: { beforeVersion?: number; limit: number },
): Promise<RecordedStockEvent[]> => {
  const { rows } = await pool.query<LedgerRow>(
    `SELECT record_id, version, type, quantity, reservation_id, expires_at, reason, note, actor, cause_type, cause_id, correlation_id,
      recorded_at, effective_at
    FROM inventory_event WHERE record_id = $1 AND ($2::int IS NULL OR version < $2) ORDER BY version DESC LIMIT $3`,
    [recordId, input.beforeVersion ?? null, input.limit],
  )
  return rows.map((row) => ({
    recordId: row.record_id,
    version: row.version,
    type: row.type,
    quantity: row.quantity,
    actor: row.actor,
    correlationId: row.correlation_id,
    recordedAt: row.recorded_at,
    effectiveAt: row.effective_at,
    ...(row.reservation_id === null ? {} : { reservationId: row.reservation_id }),
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.cause_type === null || row.cause_id === null ? {} : { cause: { type: row.cause_type, id: row.cause_id } }),
  }))
}
