import type { PutLine, PutLineAnswer } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { createBeginBag } from './begin-bags'

/**
 * Locks the bag: changed, reopened after an order, or made. A user has one open bag over all devices; a browser that has
 * not merged yet keeps its own as a guest's.
 */
const OPEN_BAG = {
  name: 'bag-open',
  text: `INSERT INTO cart AS c (id, channel, currency, user_id, version)
    SELECT $1, $2, $3, CASE WHEN NOT EXISTS (SELECT 1 FROM cart WHERE user_id = $4 AND state = 'open') THEN $4::text END, 1
    ON CONFLICT (id) DO UPDATE SET version = c.version + 1, updated_at = clock_timestamp(), state = 'open',
      user_id = CASE WHEN c.state = 'open' THEN c.user_id ELSE excluded.user_id END`,
}

/**
 * A statement of its own: its snapshot is younger than the lock, so it sees an order begun meanwhile. Writes the line if
 * it is still what the decision was made on: `$8` says whether there was one, `$9` and `$10` what it was.
 */
const PUT_LINE = {
  name: 'bag-put-line',
  text: `WITH busy AS (
    SELECT id FROM orders WHERE cart_id = $1 AND state IN ('placing', 'payment_pending')
  ), here AS (
    SELECT count(*)::int AS lines, coalesce(bool_or(variant_id = $3), false) AS known FROM cart_line WHERE cart_id = $1
  ), added AS (
    INSERT INTO cart_line (cart_id, line_id, variant_id, quantity, hold_id, unheld, allow_future, added_at)
    SELECT $1, $2, $3, $4, $5, $6, $11, clock_timestamp() FROM here
    WHERE NOT $8 AND NOT known AND lines < $7 AND NOT EXISTS (SELECT 1 FROM busy)
    RETURNING 1
  ), changed AS (
    UPDATE cart_line SET quantity = $4, hold_id = $5, unheld = $6, allow_future = $11
    WHERE $8 AND cart_id = $1 AND line_id = $2 AND quantity = $9 AND hold_id IS NOT DISTINCT FROM $10
      AND NOT EXISTS (SELECT 1 FROM busy)
    RETURNING 1
  )
  SELECT (SELECT id FROM busy) AS busy, NOT $8 AND NOT here.known AND here.lines >= $7 AS full,
    EXISTS (SELECT 1 FROM added) OR EXISTS (SELECT 1 FROM changed) AS written FROM here`,
}

/** See the port. A bag that an order is being placed from is refused. */
export const createPutLine = (pool: pg.Pool): ((put: PutLine) => Promise<PutLineAnswer>) => {
  const beginBag = createBeginBag(pool)
  return async (put) => (put.isFirst && (await beginBag(put)) ? { put: 'written' } : await changeBag(pool, put))
}

const changeBag = (pool: pg.Pool, put: PutLine): Promise<PutLineAnswer> =>
  inTransaction(pool, async (client): Promise<PutLineAnswer> => {
    const { cartId, userId, channel, was } = put
    await client.query({ ...OPEN_BAG, values: [cartId, channel.code, channel.currency, userId ?? null] })
    const { rows } = await client.query<{ busy: string | null; full: boolean; written: boolean }>({
      ...PUT_LINE,
      values: [
        cartId,
        put.lineId,
        put.variantId,
        put.quantity,
        put.holdId,
        put.unheld ?? null,
        channel.holdPolicy.maxLines,
        was !== undefined,
        was?.quantity ?? null,
        was?.holdId ?? null,
        put.allowFuture,
      ],
    })
    const row = rows[0]
    if (row?.busy) return { put: 'in-checkout', orderId: row.busy }
    return { put: row?.written ? 'written' : row?.full ? 'full' : 'changed' }
  })
