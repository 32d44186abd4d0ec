import { verifyLedger } from '@selvedge/db'
import type { Shop } from './open-shop'

export type Agreement = {
  readonly order: string
  readonly saga: string
  readonly payment: string
  /** What the bank's own books say; none when it was never asked. */
  readonly bank: string | undefined
  readonly reservations: string
  readonly allocated: number
  readonly reserved: number
}

/** Where an order, its money and its units stand, each read from its own truth. */
export const standing = async ({ pool }: Shop, orderId: string): Promise<Agreement> => {
  const { rows } = await pool.query<Agreement>(
    `SELECT o.state AS order, s.state AS saga, p.state AS payment,
      (SELECT b.state FROM sandbox_payment b WHERE b.idempotency_key = p.idempotency_key) AS bank,
      (SELECT string_agg(DISTINCT r.state || coalesce(':' || r.resolution, ''), ',') FROM order_line l
        JOIN reservation r ON r.cart_id = o.cart_id AND r.id = l.hold_id WHERE l.order_id = o.id) AS reservations,
      (SELECT sum(v.allocated)::int FROM stock_level v WHERE v.variant_id IN (SELECT variant_id FROM order_line WHERE order_id = o.id)) AS allocated,
      (SELECT sum(v.reserved)::int FROM stock_level v WHERE v.variant_id IN (SELECT variant_id FROM order_line WHERE order_id = o.id)) AS reserved
    FROM orders o JOIN checkout_saga s ON s.order_id = o.id JOIN payment p ON p.order_id = o.id WHERE o.id = $1`,
    [orderId],
  )
  const row = rows[0]
  if (!row) throw new Error(`no order ${orderId}`)
  return { ...row, bank: row.bank ?? undefined }
}

// Of an order that stands, what has left and what was cancelled is no longer set aside.
const STANDING = `o.state IN ('confirmed', 'part_shipped', 'shipped', 'delivered')`
const OPEN_UNITS = `l.quantity - l.cancelled - coalesce((SELECT sum(pl.packed) FROM parcel_line pl JOIN parcel x ON x.id = pl.parcel_id
  WHERE x.order_id = o.id AND pl.line_no = l.line_no AND x.state IN ('shipped', 'delivered')), 0)`

/**
 * Every disagreement between orders, money and stock in the whole database; empty when all is well. Units are set aside for
 * orders that stand and for no others. Money is taken for those and for no others; one with units to come may be agreed
 * to only, until its first parcel leaves. What left may have come back, and its money with it.
 */
export const disagreements = async ({ pool }: Shop): Promise<string[]> => {
  const { rows } = await pool.query<{ what: string }>(
    `SELECT 'order ' || o.id || ' is ' || o.state || ' with saga ' || s.state AS what
      FROM orders o JOIN checkout_saga s ON s.order_id = o.id
      WHERE (o.state IN ('placing', 'payment_pending')) <> (s.state = 'running')
        OR (${STANDING} OR o.state = 'cancelled' AND o.state_reason LIKE 'CANCELLED_BY_%') <> (s.state = 'done')
    UNION ALL
    SELECT 'order ' || o.id || ' is ' || o.state || ' and the bank has it ' || b.state
      FROM orders o JOIN payment p ON p.order_id = o.id JOIN sandbox_payment b ON b.idempotency_key = p.idempotency_key
      WHERE o.state NOT IN ('placing', 'payment_pending') AND (b.state <> p.state OR NOT CASE b.state
        WHEN 'authorised' THEN o.state = 'confirmed' AND EXISTS (SELECT 1 FROM supply_promise u WHERE u.order_id = o.id)
        WHEN 'captured' THEN ${STANDING}
        WHEN 'refunded' THEN o.state IN ('cancelled', 'part_shipped', 'shipped', 'delivered')
        ELSE NOT (${STANDING}) END)
    UNION ALL
    SELECT o.state || ' order ' || o.id || ' has no money' FROM orders o JOIN payment p ON p.order_id = o.id
      WHERE ${STANDING} AND NOT EXISTS (SELECT 1 FROM sandbox_payment b WHERE b.idempotency_key = p.idempotency_key)
    UNION ALL
    SELECT 'SKU ' || v.variant_id || ' has ' || v.allocated || ' allocated for ' || coalesce(sold.units, 0) || ' sold'
      FROM (SELECT variant_id, sum(allocated) AS allocated FROM stock_level GROUP BY variant_id) v
      LEFT JOIN (SELECT l.variant_id, sum(${OPEN_UNITS}) AS units FROM order_line l JOIN orders o ON o.id = l.order_id
        WHERE ${STANDING} GROUP BY l.variant_id) sold USING (variant_id)
      WHERE v.allocated <> coalesce(sold.units, 0)`,
  )
  const ledger = (await verifyLedger(pool)).map((finding) => JSON.stringify(finding))
  return [...rows.map((row) => row.what), ...ledger]
}
