import type { OrderCursor, OrderState, OrderSummary } from '@selvedge/core'
import type pg from 'pg'

type Row = {
  id: string
  number: string
  state: OrderState
  email: string
  total_minor: number
  currency: string
  units: number
  first_picture_key: string | null
  placed_at: Date
}

type Which = {
  readonly userId?: string | undefined
  readonly state?: OrderState | undefined
  readonly query?: string | undefined
  readonly before?: OrderCursor | undefined
  readonly limit: number
}

/** Newest first, keyset-paged by (placed at, id): nothing is skipped or repeated while orders come in. */
export const listOrders = async (pool: pg.Pool, which: Which): Promise<readonly OrderSummary[]> => {
  const { userId, state, query, before, limit } = which
  const { rows } = await pool.query<Row>(
    `SELECT o.id, o.number, o.state, o.email, o.total_minor, o.currency, o.placed_at, coalesce(l.units, 0) AS units, l.first_picture_key
    FROM orders o
    LEFT JOIN LATERAL (SELECT sum(quantity)::int AS units, (array_agg(picture_key ORDER BY line_no))[1] AS first_picture_key
      FROM order_line WHERE order_id = o.id) l ON true
    WHERE ($1::text IS NULL OR o.user_id = $1) AND ($2::text IS NULL OR o.state = $2)
      AND ($3::text IS NULL OR o.number = $3 OR strpos(lower(o.email), lower($3)) > 0)
      AND ($4::timestamptz IS NULL OR (date_trunc('milliseconds', o.placed_at), o.id) < ($4::timestamptz, $5::uuid))
    ORDER BY o.placed_at DESC, o.id DESC LIMIT $6`,
    [
      userId ?? null,
      state ?? null,
      query ?? null,
      before ? new Date(before.placedAtMs) : null,
      before?.orderId ?? null,
      limit,
    ],
  )
  return rows.map((row) => ({
    orderId: row.id,
    number: row.number,
    state: row.state,
    email: row.email,
    totalMinor: row.total_minor,
    currency: row.currency,
    units: row.units,
    ...(row.first_picture_key === null ? {} : { firstPictureKey: row.first_picture_key }),
    placedAtMs: row.placed_at.getTime(),
  }))
}
