import type { Checkout, Lease, Transition } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../outbox/in-transaction'
import { appendTimeline } from './append-timeline'

/** Writes what a step did, fenced by lease and step: a runner that was overtaken writes nothing. */
export const recordTransition = (
  pool: pg.Pool,
  lease: Lease,
  checkout: Checkout,
  transition: Transition,
): Promise<boolean> =>
  inTransaction(pool, async (client) => {
    if (!(await moveSaga(client, lease, checkout, transition))) return false
    const { orderId, cartId, userId, correlationId } = checkout
    const { order, payment, holds, emptyBag, timeline, message } = transition
    if (payment) {
      await client.query(
        `UPDATE payment SET state = $2, provider_ref = coalesce($3, provider_ref), decline_code = coalesce($4, decline_code),
          updated_at = clock_timestamp() WHERE order_id = $1`,
        [orderId, payment.state, payment.ref ?? null, payment.declineCode ?? null],
      )
    }
    if (holds && holds.size > 0) await moveHolds(client, checkout, holds)
    if (emptyBag) await takeFromBag(client, checkout)
    if (order) {
      await client.query('UPDATE orders SET state = $2, state_reason = $3 WHERE id = $1', [
        orderId,
        order.state,
        order.reason ?? null,
      ])
    }
    const actor = userId === undefined ? `guest:${cartId}` : `shopper:${userId}`
    await appendTimeline(client, { orderId, timeline, message, origin: { actor, correlationId } })
    return true
  })

const moveSaga = async (
  client: pg.PoolClient,
  lease: Lease,
  checkout: Checkout,
  { to, ended, rejection, retryInMs }: Transition,
): Promise<boolean> => {
  const free = ended !== undefined || retryInMs !== undefined
  const { rowCount } = await client.query(
    `UPDATE checkout_saga SET step = $4, state = $5, rejection = coalesce($6::jsonb, rejection), lease_owner = $7,
      lease_until = clock_timestamp() + $8 * interval '1 millisecond', updated_at = clock_timestamp()
    WHERE order_id = $1 AND lease_owner = $2 AND step = $3 AND state = 'running'`,
    [
      checkout.orderId,
      lease.owner,
      checkout.step,
      to,
      ended ?? 'running',
      rejection ? JSON.stringify(rejection) : null,
      free ? null : lease.owner,
      retryInMs ?? lease.leaseMs,
    ],
  )
  return rowCount === 1
}

/** The order's lines draw on other reservations from now on, and so do the bag's, so that the bag shows them. */
const moveHolds = async (
  client: pg.PoolClient,
  { orderId, cartId, lines }: Checkout,
  holds: ReadonlyMap<number, string>,
): Promise<void> => {
  const moved = lines.flatMap((line) => {
    const next = holds.get(line.lineNo)
    return next === undefined ? [] : [{ ...line, next }]
  })
  await client.query(
    `WITH moved AS (SELECT * FROM unnest($3::int[], $4::uuid[], $5::uuid[]) AS m(line_no, was, next)),
    pointed AS (UPDATE cart_line c SET hold_id = m.next, unheld = NULL FROM moved m WHERE c.cart_id = $2 AND c.hold_id = m.was)
    UPDATE order_line l SET hold_id = m.next FROM moved m WHERE l.order_id = $1 AND l.line_no = m.line_no`,
    [
      orderId,
      cartId,
      moved.map((line) => line.lineNo),
      moved.map((line) => line.holdId),
      moved.map((line) => line.next),
    ],
  )
}

/** What was bought leaves the bag; an empty bag is an ordered one. */
const takeFromBag = async (client: pg.PoolClient, { cartId, lines }: Checkout): Promise<void> => {
  await client.query('SELECT 1 FROM cart WHERE id = $1 FOR UPDATE', [cartId])
  await client.query('DELETE FROM cart_line WHERE cart_id = $1 AND variant_id = ANY($2::int[])', [
    cartId,
    lines.map((line) => line.variantId),
  ])
  await client.query(
    `UPDATE cart SET version = version + 1, updated_at = clock_timestamp(),
      state = CASE WHEN EXISTS (SELECT 1 FROM cart_line WHERE cart_id = $1) THEN state ELSE 'ordered' END WHERE id = $1`,
    [cartId],
  )
}
