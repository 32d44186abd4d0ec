import type { Cause, LedgerEntry, StockEventType } from '@selvedge/core'
import type pg from 'pg'

export type LedgerRow = {
  record_id: number
  version: number
  type: StockEventType
  quantity: number
  reservation_id: string | null
  expires_at: Date | null
  reason: string | null
  note: string | null
  actor: string
  actor_name: string | null
  order_number: string | null
  cause_name: string | null
  cause_type: Cause['type'] | null
  cause_id: string | null
  correlation_id: string
  recorded_at: Date
  effective_at: Date
}

/** Ids in causes are texts; one that is no id of ours names nothing. */
const UUID = `'^[0-9a-f-]{36}(:|$)'`

/**
 * An entry's columns with the name of the colleague or source that made it, the number of its order, and what its cause
 * is called where people meet it: a shipment's number, a file's name, a source. Needs `inventory_event e` in the statement.
 */
export const LEDGER_COLUMNS = `e.record_id, e.version, e.type, e.quantity, e.reservation_id, e.expires_at, e.reason, e.note, e.actor, e.cause_type,
  e.cause_id, e.correlation_id, e.recorded_at, e.effective_at,
  CASE WHEN e.actor LIKE 'staff:%' THEN (SELECT name FROM users WHERE id = substr(e.actor, 7))
    WHEN e.actor ~ '^source:[0-9a-f-]{36}$' THEN (SELECT name FROM sync_source WHERE id = substr(e.actor, 8)::uuid) END AS actor_name,
  CASE WHEN e.cause_type IN ('order', 'order-line') AND e.cause_id ~ ${UUID}
    THEN (SELECT number FROM orders WHERE id = left(e.cause_id, 36)::uuid) END AS order_number,
  CASE WHEN e.cause_type = 'shipment-line' AND e.cause_id ~ '^[0-9]{1,9}$' THEN (SELECT s.number FROM inbound_shipment_line l
      JOIN inbound_shipment s ON s.id = l.shipment_id WHERE l.id = e.cause_id::int)
    WHEN e.cause_type IN ('import-row', 'supplier-feed') AND e.cause_id ~ ${UUID}
    THEN (SELECT name FROM file_job WHERE id = left(e.cause_id, 36)::uuid)
    WHEN e.cause_type = 'sync' AND e.actor ~ '^source:[0-9a-f-]{36}$'
    THEN (SELECT name FROM sync_source WHERE id = substr(e.actor, 8)::uuid) END AS cause_name`

export const toLedgerEntry = (row: LedgerRow): LedgerEntry => ({
  recordId: row.record_id,
  version: row.version,
  type: row.type,
  quantity: row.quantity,
  actor: row.actor,
  correlationId: row.correlation_id,
  recordedAt: row.recorded_at,
  effectiveAt: row.effective_at,
  ...(row.actor_name === null ? {} : { actorName: row.actor_name }),
  ...(row.order_number === null ? {} : { orderNumber: row.order_number }),
  ...(row.cause_name === null ? {} : { causeName: row.cause_name }),
  ...(row.reservation_id === null ? {} : { reservationId: row.reservation_id }),
  ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.note === null ? {} : { note: row.note }),
  ...(row.cause_type === null || row.cause_id === null ? {} : { cause: { type: row.cause_type, id: row.cause_id } }),
})

/** One record's entries, newest first, keyset-paged by version. */
export const readLedger = async (
  pool: pg.Pool,
  recordId: number,
  input: { beforeVersion?: number; limit: number },
): Promise<LedgerEntry[]> => {
  const { rows } = await pool.query<LedgerRow>(
    `SELECT ${LEDGER_COLUMNS} FROM inventory_event e
    WHERE e.record_id = $1 AND ($2::int IS NULL OR e.version < $2) ORDER BY e.version DESC LIMIT $3`,
    [recordId, input.beforeVersion ?? null, input.limit],
  )
  return rows.map(toLedgerEntry)
}
