import {
  type LossReason,
  outstanding,
  type TransferState,
  type TransferSummary,
  type TransferView,
} from '@selvedge/core'
import type pg from 'pg'

type Row = {
  id: number
  state: TransferState
  version: number
  from_location_id: number
  from_code: string
  from_name: string
  to_location_id: number
  to_code: string
  to_name: string
  expected_on: string
  overdue: boolean
  units: number
  outstanding: number
  lost: number
  note: string | null
  loss_reason: LossReason | null
  created_by: string
  created_at: Date
  dispatched_at: Date | null
  received_at: Date | null
}

const TRANSFERS = `SELECT t.id, t.state, t.version, t.from_location_id, f.code AS from_code, f.name AS from_name, t.to_location_id,
    o.code AS to_code, o.name AS to_name, to_char(t.expected_on, 'YYYY-MM-DD') AS expected_on,
    t.state = 'in-transit' AND t.expected_on < (clock_timestamp() AT TIME ZONE 'UTC')::date AS overdue,
    s.units, CASE WHEN t.state = 'in-transit' THEN s.outstanding ELSE 0 END AS outstanding, s.lost, t.note, t.loss_reason,
    t.created_by, t.created_at, t.dispatched_at, t.received_at
  FROM stock_transfer t JOIN location f ON f.id = t.from_location_id JOIN location o ON o.id = t.to_location_id
  JOIN LATERAL (SELECT sum(quantity)::int AS units, sum(quantity - (received - surplus) - lost)::int AS outstanding,
    sum(lost)::int AS lost FROM stock_transfer_line WHERE transfer_id = t.id) s ON true`

const summaryOf = (row: Row): TransferSummary => ({
  transferId: row.id,
  state: row.state,
  version: row.version,
  from: { locationId: row.from_location_id, code: row.from_code, name: row.from_name },
  to: { locationId: row.to_location_id, code: row.to_code, name: row.to_name },
  expectedOn: row.expected_on,
  overdue: row.overdue,
  units: row.units,
  outstandingUnits: row.outstanding,
  lostUnits: row.lost,
  createdAt: row.created_at,
})

/** Newest first, keyset-paged by id. */
export const listTransfers = async (
  pool: pg.Pool,
  input: { state?: TransferState; beforeId?: number; limit: number },
): Promise<TransferSummary[]> => {
  const { rows } = await pool.query<Row>(
    `${TRANSFERS} WHERE ($1::text IS NULL OR t.state = $1) AND ($2::int IS NULL OR t.id < $2) ORDER BY t.id DESC LIMIT $3`,
    [input.state ?? null, input.beforeId ?? null, input.limit],
  )
  return rows.map(summaryOf)
}

type LineRow = Omit<TransferView['lines'][number], 'outstanding' | 'toRecordId'> & { toRecordId: number | null }

const LINES = `SELECT l.line_no AS "lineNo", l.variant_id AS "variantId", v.sku, p.title, v.colour, v.size, l.quantity, l.received,
    l.damaged, l.lost, l.surplus, l.from_record_id AS "fromRecordId", l.to_record_id AS "toRecordId",
    greatest(0, s.on_hand - s.reserved - s.allocated - s.unavailable) AS free
  FROM stock_transfer_line l JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id
  JOIN stock_level s ON s.record_id = l.from_record_id WHERE l.transfer_id = $1 ORDER BY l.line_no`

/** One transfer with its lines, and for a draft what is free at the sender. */
export const viewTransfer = async (pool: pg.Pool, transferId: number): Promise<TransferView | undefined> => {
  const { rows } = await pool.query<Row>(`${TRANSFERS} WHERE t.id = $1`, [transferId])
  const row = rows[0]
  if (!row) return undefined
  const { rows: lines } = await pool.query<LineRow>(LINES, [transferId])
  return {
    ...summaryOf(row),
    createdBy: row.created_by,
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.loss_reason === null ? {} : { lossReason: row.loss_reason }),
    ...(row.dispatched_at === null ? {} : { dispatchedAt: row.dispatched_at }),
    ...(row.received_at === null ? {} : { receivedAt: row.received_at }),
    lines: lines.map(({ toRecordId, ...line }) => ({
      ...line,
      outstanding: row.state === 'in-transit' ? outstanding(line) : 0,
      ...(toRecordId === null ? {} : { toRecordId }),
    })),
  }
}
