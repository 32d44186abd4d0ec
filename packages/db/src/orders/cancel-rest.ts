import { randomUUID } from 'node:crypto'
import { type CancelledBy, type Origin, refundOfUnits } from '@selvedge/core'
import type pg from 'pg'
import { followParcels, readSentSoFar } from '../fulfilment/sent-so-far'
import { appendOrderEvent } from './append-order-event'

/**
 * Ends what has not left of an order that is under way: its units are written off the lines, and what they cost is written
 * down to be refunded once a line. The shipping was used, and is kept. The caller holds the order's lock and has given the
 * units back to stock.
 */
export const cancelRest = async (
  client: pg.PoolClient,
  { orderId, by, origin }: { orderId: string; by: CancelledBy; origin: Origin },
): Promise<void> => {
  const open = (await readSentSoFar(client, orderId)).filter((line) => line.open > 0)
  await client.query(
    `UPDATE order_line l SET cancelled = l.cancelled + o.units FROM unnest($2::int[], $3::int[]) AS o(line_no, units)
    WHERE l.order_id = $1 AND l.line_no = o.line_no`,
    [orderId, open.map((line) => line.lineNo), open.map((line) => line.open)],
  )
  const due = open
    .map((line) => ({ lineNo: line.lineNo, amountMinor: refundOfUnits(line, 0, line.open) }))
    .filter(({ amountMinor }) => amountMinor > 0)
  const { rowCount } = await client.query(
    `INSERT INTO refund (id, order_id, payment_id, return_id, line_no, amount_minor, state, created_at)
    SELECT d.id, $1, p.id, NULL, d.line_no, d.amount, 'pending', clock_timestamp()
    FROM unnest($2::uuid[], $3::int[], $4::int[]) AS d(id, line_no, amount)
    JOIN payment p ON p.order_id = $1 AND p.state = 'captured'`,
    [orderId, due.map(() => randomUUID()), due.map(({ lineNo }) => lineNo), due.map(({ amountMinor }) => amountMinor)],
  )
  if (rowCount !== due.length) throw new Error(`order ${orderId} has left in part and no payment of it was taken`)
  await followParcels(client, orderId)
  await appendOrderEvent(client, origin, {
    orderId,
    type: 'rest-cancelled',
    facts: {
      reason: by,
      units: open.reduce((sum, line) => sum + line.open, 0),
      refundMinor: due.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    },
    message: 'RestCancelled',
  })
}
