import type { PutLine, PutLineAnswer } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../outbox/in-transaction'

/**
 * Locks the bag (made or reopened as needed), refuses while an order is placed from it, then writes the line if it is
 * still what the decision was made on.
 */
export const putLine = (pool: pg.Pool, put: PutLine): Promise<PutLineAnswer> =>
  inTransaction(pool, async (client): Promise<PutLineAnswer> => {
    await openBag(client, put)
    // A statement of its own: its snapshot is younger than the lock, so it sees an order begun meanwhile.
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM orders WHERE cart_id = $1 AND state IN ('placing', 'payment_pending')`,
      [put.cartId],
    )
    if (rows[0]) return { put: 'in-checkout', orderId: rows[0].id }
    return { put: await (put.was ? changeLine(client, put, put.was) : addLine(client, put)) }
  })

const openBag = async (client: pg.PoolClient, { cartId, userId, channel }: PutLine): Promise<void> => {
  const { rowCount } = await client.query(
    `UPDATE cart SET version = version + 1, updated_at = clock_timestamp(), state = 'open',
      user_id = CASE WHEN state = 'open' THEN user_id
        WHEN NOT EXISTS (SELECT 1 FROM cart other WHERE other.user_id = $2 AND other.state = 'open') THEN $2 END
    WHERE id = $1`,
    [cartId, userId ?? null],
  )
  if (rowCount === 1) return
  // A user has one open bag over all devices; a browser that has not merged yet keeps its own as a guest's.
  await client.query(
    `INSERT INTO cart (id, channel, currency, user_id, version)
    SELECT $1, $2, $3, CASE WHEN NOT EXISTS (SELECT 1 FROM cart WHERE user_id = $4 AND state = 'open') THEN $4 END, 1
    ON CONFLICT DO NOTHING`,
    [cartId, channel.code, channel.currency, userId ?? null],
  )
  await client.query('SELECT 1 FROM cart WHERE id = $1 FOR UPDATE', [cartId])
}

const addLine = async (client: pg.PoolClient, put: PutLine): Promise<'written' | 'changed' | 'full'> => {
  const { rows } = await client.query<{ lines: number; known: boolean }>(
    `SELECT count(*)::int AS lines, coalesce(bool_or(variant_id = $2), false) AS known FROM cart_line WHERE cart_id = $1`,
    [put.cartId, put.variantId],
  )
  if (rows[0]?.known) return 'changed'
  if ((rows[0]?.lines ?? 0) >= put.channel.holdPolicy.maxLines) return 'full'
  await client.query(
    `INSERT INTO cart_line (cart_id, line_id, variant_id, quantity, hold_id, unheld, added_at)
    VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
    [put.cartId, put.lineId, put.variantId, put.quantity, put.holdId, put.unheld ?? null],
  )
  return 'written'
}

const changeLine = async (
  client: pg.PoolClient,
  put: PutLine,
  was: NonNullable<PutLine['was']>,
): Promise<'written' | 'changed'> => {
  const { rowCount } = await client.query(
    `UPDATE cart_line SET quantity = $3, hold_id = $4, unheld = $5
    WHERE cart_id = $1 AND line_id = $2 AND quantity = $6 AND hold_id IS NOT DISTINCT FROM $7`,
    [put.cartId, put.lineId, put.quantity, put.holdId, put.unheld ?? null, was.quantity, was.holdId ?? null],
  )
  return rowCount === 1 ? 'written' : 'changed'
}
