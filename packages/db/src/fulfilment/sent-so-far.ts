import { type OrderState, orderStateAfter } from '@selvedge/core'
import type pg from 'pg'

export type LineSoFar = {
  readonly lineNo: number
  readonly quantity: number
  readonly totalMinor: number
  readonly sent: number
  readonly delivered: number
  /** Neither sent nor cancelled. */
  readonly open: number
}

/** What of each line has left, arrived, and is still to go. Read under the order's lock. */
export const readSentSoFar = async (client: pg.PoolClient, orderId: string): Promise<readonly LineSoFar[]> => {
  const { rows } = await client.query<LineSoFar>(
    `SELECT l.line_no AS "lineNo", l.quantity, l.total_minor AS "totalMinor", coalesce(s.sent, 0)::int AS sent,
      coalesce(s.delivered, 0)::int AS delivered, l.quantity - l.cancelled - coalesce(s.sent, 0)::int AS open
    FROM order_line l LEFT JOIN LATERAL (SELECT sum(pl.packed) AS sent, sum(pl.packed) FILTER (WHERE p.state = 'delivered') AS delivered
      FROM parcel_line pl JOIN parcel p ON p.id = pl.parcel_id
      WHERE p.order_id = l.order_id AND pl.line_no = l.line_no AND p.state IN ('shipped', 'delivered')) s ON true
    WHERE l.order_id = $1 ORDER BY l.line_no`,
    [orderId],
  )
  return rows
}

/** Writes where the order stands by what of it has left; answers it. */
export const followParcels = async (client: pg.PoolClient, orderId: string): Promise<OrderState> => {
  const lines = await readSentSoFar(client, orderId)
  const sum = (of: (line: LineSoFar) => number): number => lines.reduce((total, line) => total + of(line), 0)
  const state = orderStateAfter({
    open: sum((line) => line.open),
    sent: sum((line) => line.sent),
    delivered: sum((line) => line.delivered),
  })
  await client.query('UPDATE orders SET state = $2 WHERE id = $1', [orderId, state])
  return state
}
