import type { PutLine } from '@selvedge/core'
import type pg from 'pg'
import { surelyRolledBack } from '../inventory/in-transaction'
import { createMerged } from '../inventory/merged'

/**
 * Bags and their first lines in one statement, where most bags begin; no row for a bag that somebody has made meanwhile.
 * In the order of their ids, like whoever else makes several: two statements never wait for each other in a circle.
 */
const BEGIN_BAGS = {
  name: 'bags-begin',
  text: `WITH asked AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::int[], $7::int[], $8::uuid[], $9::text[], $10::boolean[])
      AS a (cart_id, channel, currency, user_id, line_id, variant_id, quantity, hold_id, unheld, allow_future)
  ), made AS (
    INSERT INTO cart (id, channel, currency, user_id, version)
    SELECT cart_id, channel, currency,
      CASE WHEN NOT EXISTS (SELECT 1 FROM cart c WHERE c.user_id = asked.user_id AND c.state = 'open') THEN user_id END, 1
    FROM asked ORDER BY cart_id
    ON CONFLICT (id) DO NOTHING
    RETURNING id
  )
  INSERT INTO cart_line (cart_id, line_id, variant_id, quantity, hold_id, unheld, allow_future, added_at)
  SELECT cart_id, line_id, variant_id, quantity, hold_id, unheld, allow_future, clock_timestamp()
  FROM asked JOIN made ON made.id = asked.cart_id
  RETURNING cart_id`,
}

const beginAll = async (pool: pg.Pool, puts: readonly PutLine[]): Promise<(put: PutLine) => boolean> => {
  const column = <T>(of: (put: PutLine) => T): T[] => puts.map(of)
  const { rows } = await pool.query<{ cart_id: string }>({
    ...BEGIN_BAGS,
    values: [
      column((put) => put.cartId),
      column((put) => put.channel.code),
      column((put) => put.channel.currency),
      column((put) => put.userId ?? null),
      column((put) => put.lineId),
      column((put) => put.variantId),
      column((put) => put.quantity),
      column((put) => put.holdId),
      column((put) => put.unheld ?? null),
      column((put) => put.allowFuture),
    ],
  })
  const made = new Set(rows.map((row) => row.cart_id))
  return (put) => made.has(put.cartId)
}

/**
 * Makes bags with their first lines; answers whether this one was made. Guests' bags are made together with those that
 * are made at the same time: each has an id of its own, nothing that two of them could want. A user's is made alone, for
 * two browsers of one user want the same thing, their one open bag.
 */
export const createBeginBag = (pool: pg.Pool): ((put: PutLine) => Promise<boolean>) => {
  const alone = async (put: PutLine) => (await beginAll(pool, [put]))(put)
  const together = createMerged<PutLine, boolean>((puts) => beginAll(pool, puts))
  return async (put) => {
    if (put.userId !== undefined) return await alone(put)
    try {
      return await together(put)
    } catch (fault) {
      // One that cannot be written takes the others with it: each gets a statement of its own, so that a fault is the
      // fault of one caller only. After a lost connection nobody knows what was written, and nobody writes again here.
      if (!surelyRolledBack(fault)) throw fault
      return await alone(put)
    }
  }
}
