import type { Checkout, Lease, Transition } from '@selvedge/core'
import type pg from 'pg'

/**
 * Everything a step leaves behind, in one statement and so in one transaction. The first part is the fence: it finds the
 * saga only while the lease is ours and the step is the one we began, and all else draws from it. A runner that was
 * overtaken writes nothing. The timeline's next position is safe because the saga's row is locked by the fence.
 * The bag cannot change while its order is being placed, so its lines are as the statement sees them.
 */
const RECORD = {
  name: 'saga-record',
  text: `WITH saga AS (
    UPDATE checkout_saga SET step = $4, state = $5, rejection = coalesce($6::jsonb, rejection), lease_owner = $7,
      lease_until = clock_timestamp() + $8::int * interval '1 millisecond', updated_at = clock_timestamp()
    WHERE order_id = $1 AND lease_owner = $2 AND step = $3 AND state = 'running'
    RETURNING order_id
  ), paid AS (
    UPDATE payment p SET state = $9, provider_ref = coalesce($10, provider_ref), decline_code = coalesce($11, decline_code),
      updated_at = clock_timestamp()
    FROM saga WHERE p.order_id = saga.order_id AND $9::text IS NOT NULL
  ), ordered AS (
    UPDATE orders o SET state = $12, state_reason = $13 FROM saga WHERE o.id = saga.order_id AND $12::text IS NOT NULL
  ), moved AS (
    SELECT m.* FROM saga, unnest($14::int[], $15::uuid[], $16::uuid[], $24::uuid[]) AS m(line_no, was, next, planned)
  ), line AS (
    UPDATE order_line l SET hold_id = coalesce(m.next, l.hold_id), planned_hold_id = coalesce(m.planned, l.planned_hold_id)
    FROM moved m WHERE l.order_id = $1 AND l.line_no = m.line_no
  ), pointed AS (
    UPDATE cart_line c SET hold_id = m.next, unheld = NULL FROM moved m WHERE c.cart_id = $17 AND c.hold_id = m.was AND m.next IS NOT NULL
  ), bought AS (
    DELETE FROM cart_line c USING saga WHERE c.cart_id = $17 AND c.variant_id = ANY($18::int[])
  ), bag AS (
    UPDATE cart c SET version = version + 1, updated_at = clock_timestamp(), state = CASE WHEN EXISTS
      (SELECT 1 FROM cart_line l WHERE l.cart_id = $17 AND l.variant_id <> ALL($18::int[])) THEN state ELSE 'ordered' END
    FROM saga WHERE c.id = $17 AND cardinality($18::int[]) > 0
  ), entry AS (
    INSERT INTO order_event (order_id, seq, type, facts, actor, correlation_id, at)
    SELECT saga.order_id, (SELECT coalesce(max(e.seq), 0) + 1 FROM order_event e WHERE e.order_id = $1), $19, $20::jsonb, $21, $22,
      clock_timestamp()
    FROM saga WHERE $19::text IS NOT NULL
    RETURNING seq
  ), message AS (
    INSERT INTO outbox (topic, key, payload, correlation_id)
    SELECT 'order', o.id::text, jsonb_strip_nulls(jsonb_build_object('topic', 'order', 'type', $23::text, 'orderId', o.id,
      'number', o.number, 'seq', entry.seq, 'userId', o.user_id)), $22
    FROM entry, orders o WHERE o.id = $1 AND $23::text IS NOT NULL
  )
  SELECT 1 FROM saga`,
}

/** Writes what a step did, fenced by lease and step. False: the lease or the step was lost, nothing was written. */
export const recordTransition = async (
  pool: pg.Pool,
  lease: Lease,
  checkout: Checkout,
  transition: Transition,
): Promise<boolean> => {
  const { orderId, cartId, userId, correlationId, lines } = checkout
  const { to, ended, rejection, retryInMs, payment, order, holds, planned, emptyBag, timeline, message } = transition
  const free = ended !== undefined || retryInMs !== undefined
  const moved = lines.flatMap((line) => {
    const [next, soon] = [holds?.get(line.lineNo) ?? null, planned?.get(line.lineNo) ?? null]
    return next === null && soon === null ? [] : [{ lineNo: line.lineNo, was: line.holdId, next, soon }]
  })
  const { rowCount } = await pool.query({
    ...RECORD,
    values: [
      orderId,
      lease.owner,
      checkout.step,
      to,
      ended ?? 'running',
      rejection ? JSON.stringify(rejection) : null,
      free ? null : lease.owner,
      retryInMs ?? lease.leaseMs,
      payment?.state ?? null,
      payment?.ref ?? null,
      payment?.declineCode ?? null,
      order?.state ?? null,
      order?.reason ?? null,
      moved.map((line) => line.lineNo),
      moved.map((line) => line.was),
      moved.map((line) => line.next),
      cartId,
      emptyBag ? lines.map((line) => line.variantId) : [],
      timeline?.type ?? null,
      JSON.stringify(timeline?.facts ?? {}),
      userId === undefined ? `guest:${cartId}` : `shopper:${userId}`,
      correlationId,
      message ?? null,
      moved.map((line) => line.soon),
    ],
  })
  return rowCount === 1
}
