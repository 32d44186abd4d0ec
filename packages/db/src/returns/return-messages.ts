import type { Origin, ReturnMessage } from '@selvedge/core'
import type pg from 'pg'

/** One message a line: what comes back, of which piece, and why. Personal sizes listen to the reason. */
export const sendReturnMessages = async (
  client: pg.PoolClient,
  origin: Origin,
  { returnId, type, lineNo }: { returnId: number; type: ReturnMessage['type']; lineNo?: number },
): Promise<void> => {
  await client.query(
    `INSERT INTO outbox (topic, key, payload, correlation_id)
    SELECT 'return', r.id::text, jsonb_strip_nulls(jsonb_build_object('topic', 'return', 'type', $2::text, 'returnId', r.id,
      'lineNo', l.line_no, 'orderId', o.id, 'userId', o.user_id, 'productId', ol.product_id, 'variantId', l.variant_id,
      'size', ol.size, 'quantity', l.quantity, 'reason', l.reason, 'outcomes', l.outcomes)), $3
    FROM return_request r JOIN orders o ON o.id = r.order_id JOIN return_line l ON l.return_id = r.id
    JOIN order_line ol ON ol.order_id = o.id AND ol.line_no = l.order_line_no
    WHERE r.id = $1 AND ($4::int IS NULL OR l.line_no = $4) ORDER BY l.line_no`,
    [returnId, type, origin.correlationId, lineNo ?? null],
  )
}
