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

/**
 * Every disagreement between orders, money and stock in the whole database; empty when all is well. Money is taken for
 * confirmed orders and for no others, units are the order's for confirmed orders and for no others.
 */
export const disagreements = async ({ pool }: Shop): Promise<string[]> => {
  const { rows } = await pool.query<{ what: string }>(
    `SELECT 'order ' || o.id || ' is ' || o.state || ' with saga ' || s.state AS what
      FROM orders o JOIN checkout_saga s ON s.order_id = o.id
      WHERE (o.state IN ('placing', 'payment_pending')) <> (s.state = 'running') OR (o.state = 'confirmed') <> (s.state = 'done')
    UNION ALL
    SELECT 'order ' || o.id || ' is ' || o.state || ' and the bank has it ' || b.state
      FROM orders o JOIN payment p ON p.order_id = o.id JOIN sandbox_payment b ON b.idempotency_key = p.idempotency_key
      WHERE o.state NOT IN ('placing', 'payment_pending')
        AND ((o.state = 'confirmed') <> (b.state = 'captured') OR (b.state = 'authorised') OR b.state <> p.state)
    UNION ALL
    SELECT 'confirmed order ' || o.id || ' has no money' FROM orders o JOIN payment p ON p.order_id = o.id
      WHERE o.state = 'confirmed' AND NOT EXISTS (SELECT 1 FROM sandbox_payment b WHERE b.idempotency_key = p.idempotency_key)
    UNION ALL
    SELECT 'SKU ' || v.variant_id || ' has ' || v.allocated || ' allocated for ' || coalesce(sold.units, 0) || ' sold'
      FROM (SELECT variant_id, sum(allocated) AS allocated FROM stock_level GROUP BY variant_id) v
      LEFT JOIN (SELECT l.variant_id, sum(l.quantity) AS units FROM order_line l JOIN orders o ON o.id = l.order_id
        WHERE o.state = 'confirmed' GROUP BY l.variant_id) sold USING (variant_id)
      WHERE v.allocated <> coalesce(sold.units, 0)`,
  )
  const ledger = (await verifyLedger(pool)).map((finding) => JSON.stringify(finding))
  return [...rows.map((row) => row.what), ...ledger]
}
