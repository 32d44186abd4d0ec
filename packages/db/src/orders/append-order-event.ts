import type { OrderMessage, Origin } from '@selvedge/core'
import type pg from 'pg'

export type OrderEntry = {
  readonly orderId: string
  readonly type: string
  readonly facts?: Record<string, unknown>
  readonly message: OrderMessage['type']
}

/** Writes the next entry of an order's timeline with its message. The caller holds the lock of the order's row. */
export const appendOrderEvent = async (
  client: pg.PoolClient,
  origin: Origin,
  { orderId, type, facts = {}, message }: OrderEntry,
): Promise<void> => {
  await client.query(
    `WITH entry AS (
      INSERT INTO order_event (order_id, seq, type, facts, actor, correlation_id, at)
      SELECT $1, coalesce(max(seq), 0) + 1, $2, $3::jsonb, $4, $5, clock_timestamp() FROM order_event WHERE order_id = $1
      RETURNING seq
    )
    INSERT INTO outbox (topic, key, payload, correlation_id)
    SELECT 'order', o.id::text, jsonb_strip_nulls(jsonb_build_object('topic', 'order', 'type', $6::text, 'orderId', o.id,
      'number', o.number, 'seq', entry.seq, 'userId', o.user_id)), $5 FROM entry, orders o WHERE o.id = $1`,
    [orderId, type, JSON.stringify(facts), origin.actor, origin.correlationId, message],
  )
}
