import {
  type ReturnState,
  type ReturnSummary,
  type ReturnView,
  returnViewSchema,
  type StaffReturn,
} from '@selvedge/core'
import type pg from 'pg'

type Queryable = Pick<pg.Pool | pg.PoolClient, 'query'>
type Row = {
  id: number
  order_id: string
  state: ReturnState
  version: number
  number: string
  currency: string
  email: string
  note: string | null
  location_id: number | null
  location_code: string | null
  requested_at: Date
  received_at: Date | null
  lines: unknown
  refunds: { amountMinor: number; state: string; atMs: number }[] | null
}

const RETURNS = `SELECT r.id, r.order_id, r.state, r.version, o.number, o.currency, o.email, r.note, r.location_id, lo.code AS location_code,
    r.requested_at, r.received_at,
    (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('lineNo', l.line_no, 'orderLineNo', l.order_line_no, 'variantId', l.variant_id,
      'sku', ol.sku, 'title', ol.title, 'colour', ol.colour, 'size', ol.size, 'pictureKey', ol.picture_key, 'quantity', l.quantity,
      'reason', l.reason, 'comment', l.comment, 'outcomes', l.outcomes, 'refundMinor', l.refund_minor)) ORDER BY l.line_no)
      FROM return_line l JOIN order_line ol ON ol.order_id = r.order_id AND ol.line_no = l.order_line_no WHERE l.return_id = r.id) AS lines,
    (SELECT jsonb_agg(jsonb_build_object('amountMinor', f.amount_minor, 'state', f.state,
      'atMs', floor(extract(epoch FROM coalesce(f.settled_at, f.created_at)) * 1000)::bigint) ORDER BY f.created_at)
      FROM refund f WHERE f.return_id = r.id) AS refunds
  FROM return_request r JOIN orders o ON o.id = r.order_id LEFT JOIN location lo ON lo.id = r.location_id`

/** What is printed on the parcel. */
export const labelOf = (returnId: number): string => `R-${String(returnId).padStart(5, '0')}`

const viewOf = (row: Row): ReturnView =>
  returnViewSchema.parse({
    returnId: row.id,
    label: labelOf(row.id),
    state: row.state,
    version: row.version,
    orderNumber: row.number,
    currency: row.currency,
    requestedAt: row.requested_at,
    ...(row.note === null ? {} : { note: row.note }),
    lines: row.lines,
    refunds: (row.refunds ?? []).map(({ atMs, ...refund }) => ({ ...refund, at: new Date(atMs) })),
  })

const staffViewOf = (row: Row): StaffReturn => ({
  ...viewOf(row),
  orderId: row.order_id,
  email: row.email,
  ...(row.location_id === null || row.location_code === null
    ? {}
    : { location: { locationId: row.location_id, code: row.location_code } }),
  ...(row.received_at === null ? {} : { receivedAt: row.received_at }),
})

/** All returns of an order, oldest first. */
export const returnsOfOrder = async (db: Queryable, orderId: string): Promise<ReturnView[]> => {
  const { rows } = await db.query<Row>(`${RETURNS} WHERE r.order_id = $1 ORDER BY r.id`, [orderId])
  return rows.map(viewOf)
}

export const readReturn = async (db: Queryable, returnId: number): Promise<StaffReturn | undefined> => {
  const { rows } = await db.query<Row>(`${RETURNS} WHERE r.id = $1`, [returnId])
  return rows[0] && staffViewOf(rows[0])
}

type SummaryRow = {
  id: number
  state: ReturnState
  number: string
  email: string
  units: number
  reasons: ReturnSummary['reasons']
  requested_at: Date
}

/** Newest first, keyset-paged by id. */
export const listReturns = async (
  db: Queryable,
  input: { state?: ReturnState; beforeId?: number; limit: number },
): Promise<ReturnSummary[]> => {
  const { rows } = await db.query<SummaryRow>(
    `SELECT r.id, r.state, o.number, o.email, s.units, s.reasons, r.requested_at
    FROM return_request r JOIN orders o ON o.id = r.order_id
    JOIN LATERAL (SELECT sum(quantity)::int AS units, array_agg(DISTINCT reason ORDER BY reason) AS reasons FROM return_line
      WHERE return_id = r.id) s ON true
    WHERE ($1::text IS NULL OR r.state = $1) AND ($2::int IS NULL OR r.id < $2) ORDER BY r.id DESC LIMIT $3`,
    [input.state ?? null, input.beforeId ?? null, input.limit],
  )
  return rows.map((row) => ({
    returnId: row.id,
    label: labelOf(row.id),
    state: row.state,
    orderNumber: row.number,
    email: row.email,
    units: row.units,
    reasons: row.reasons,
    requestedAt: row.requested_at,
  }))
}
