import type { OrderMessage, Origin } from '@selvedge/core'
import type pg from 'pg'

type Entry = {
  readonly orderId: string
  readonly timeline?: { readonly type: string; readonly facts?: Record<string, unknown> } | undefined
  readonly message?: OrderMessage['type'] | undefined
  readonly origin: Origin
}

/**
 * The next entry of an order's timeline and the message of it, in the caller's transaction, which has the saga's or the
 * order's row locked: that is what makes positions contiguous.
 */
export const appendTimeline = async (client: pg.PoolClient, entry: Entry): Promise<void> => {
  const { orderId, timeline, message, origin } = entry
  if (!timeline) return
  await client.query(
    `WITH entry AS (
      INSERT INTO order_event (order_id, seq, type, facts, actor, correlation_id, at)
      SELECT $1::uuid, coalesce(max(seq), 0) + 1, $2, $3::jsonb, $4, $5, clock_timestamp() FROM order_event WHERE order_id = $1::uuid
      RETURNING seq)
    INSERT INTO outbox (topic, key, payload, correlation_id)
    SELECT 'order', o.id::text, jsonb_strip_nulls(jsonb_build_object('topic', 'order', 'type', $6::text, 'orderId', o.id, 'number', o.number,
      'seq', entry.seq, 'userId', o.user_id)), $5
    FROM entry, orders o WHERE o.id = $1::uuid AND $6::text IS NOT NULL`,
    [orderId, timeline.type, timeline.facts ?? {}, origin.actor, origin.correlationId, message ?? null],
  )
}
