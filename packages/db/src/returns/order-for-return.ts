import { type OrderState, type ReturnableLine, type ReturnPolicy, returnPolicySchema } from '@selvedge/core'
import type pg from 'pg'

export type OrderForReturn = {
  readonly orderId: string
  readonly number: string
  readonly state: OrderState
  readonly deliveredAt: Date
  readonly now: Date
  readonly policy: ReturnPolicy
  readonly lines: readonly (ReturnableLine & { readonly sku: string; readonly variantId: number })[]
}

type Queryable = Pick<pg.Pool | pg.PoolClient, 'query'>
type Row = { number: string; state: OrderState; delivered_at: Date; now: Date; policy: unknown }
type LineRow = { line_no: number; sku: string; variant_id: number; quantity: number; returning: number }

/** Takes the order's lock: whoever returns of this order waits here. */
export const lockOrder = async (client: pg.PoolClient, orderId: string): Promise<boolean> =>
  (await client.query('SELECT 1 FROM orders WHERE id = $1 FOR UPDATE', [orderId])).rowCount === 1

/**
 * An order with what of it has left and can still come back. `deliveredAt`: when the parcel reached the shopper as far as we know. Pieces
 * that were refused, or whose return was withdrawn, are the shopper's again and may be asked for once more.
 */
export const readOrderForReturn = async (db: Queryable, orderId: string): Promise<OrderForReturn | undefined> => {
  const { rows } = await db.query<Row>(
    `SELECT o.number, o.state, clock_timestamp() AS now, coalesce(
      (SELECT max(e.at) FROM order_event e WHERE e.order_id = o.id AND e.type = 'delivered'),
      (SELECT max(e.at) FROM order_event e WHERE e.order_id = o.id AND e.type = 'shipped'), o.placed_at) AS delivered_at,
      (SELECT c.return_policy FROM channel c ORDER BY c.code LIMIT 1) AS policy
    FROM orders o WHERE o.id = $1`,
    [orderId],
  )
  const row = rows[0]
  if (!row) return undefined
  const { rows: lines } = await db.query<LineRow>(
    `SELECT ol.line_no, ol.sku, ol.variant_id, ol.quantity - ol.cancelled - CASE WHEN o.state = 'part_shipped' THEN ol.quantity - ol.cancelled
        - coalesce((SELECT sum(pl.packed) FROM parcel_line pl JOIN parcel p ON p.id = pl.parcel_id WHERE p.order_id = ol.order_id
          AND pl.line_no = ol.line_no AND p.state IN ('shipped', 'delivered')), 0)::int ELSE 0 END AS quantity, coalesce((SELECT sum(l.quantity - coalesce((SELECT sum((x->>'quantity')::int)
        FROM jsonb_array_elements(l.outcomes) x WHERE x->>'outcome' = 'refused'), 0))
      FROM return_line l JOIN return_request r ON r.id = l.return_id WHERE r.order_id = ol.order_id AND l.order_line_no = ol.line_no
        AND r.state NOT IN ('refused', 'withdrawn')), 0)::int AS returning
    FROM order_line ol JOIN orders o ON o.id = ol.order_id WHERE ol.order_id = $1 ORDER BY ol.line_no`,
    [orderId],
  )
  return {
    orderId,
    number: row.number,
    state: row.state,
    deliveredAt: row.delivered_at,
    now: row.now,
    policy: returnPolicySchema.parse(row.policy ?? {}),
    lines: lines.map(({ line_no: lineNo, variant_id: variantId, ...line }) => ({ ...line, lineNo, variantId })),
  }
}
