import type { MergedBag } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'

type Merge = { guestCartId: string | undefined; userId: string; maxLines: number }
type Bag = { id: string; user_id: string | null; state: string }
type Line = { line_id: string; variant_id: number; hold_id: string | null }

/** See the bag service's `merge`: the guest's bag becomes the user's, and takes in what only the former one has. */
export const mergeBags = (pool: pg.Pool, { guestCartId, userId, maxLines }: Merge): Promise<MergedBag | undefined> =>
  inTransaction(pool, async (client) => {
    const { rows: bags } = await client.query<Bag>(
      `SELECT id, user_id, state FROM cart WHERE (id = $1 OR user_id = $2) AND state = 'open' ORDER BY id FOR UPDATE`,
      [guestCartId ?? null, userId],
    )
    const former = bags.find((bag) => bag.user_id === userId)
    const guest = bags.find((bag) => bag.id === guestCartId && bag.id !== former?.id)
    if (!guest) return former ? { cartId: former.id, surplus: [] } : undefined
    // Somebody else's bag is not taken over, whatever a cookie says.
    if (guest.user_id !== null) return former ? { cartId: former.id, surplus: [] } : undefined
    // A bag that is being paid for stays as it is; its owner finds the other one when that is over.
    if (former && (await inCheckout(client, [former.id, guest.id]))) return { cartId: guest.id, surplus: [] }

    const surplus = former ? await fold(client, former.id, guest.id, maxLines) : []
    await client.query(
      `UPDATE cart SET user_id = $2, version = version + 1, updated_at = clock_timestamp() WHERE id = $1`,
      [guest.id, userId],
    )
    return { cartId: guest.id, surplus }
  })

const inCheckout = async (client: pg.PoolClient, cartIds: string[]): Promise<boolean> => {
  const { rowCount } = await client.query(
    `SELECT 1 FROM orders WHERE cart_id = ANY($1::uuid[]) AND state IN ('placing', 'payment_pending')`,
    [cartIds],
  )
  return rowCount !== 0
}

const fold = async (
  client: pg.PoolClient,
  former: string,
  guest: string,
  maxLines: number,
): Promise<MergedBag['surplus']> => {
  const linesOf = async (cartId: string) => {
    const { rows } = await client.query<Line>(
      'SELECT line_id, variant_id, hold_id FROM cart_line WHERE cart_id = $1 ORDER BY added_at, line_id',
      [cartId],
    )
    return rows
  }
  const [kept, candidates] = [await linesOf(guest), await linesOf(former)]
  const taken = new Set(kept.map((line) => line.variant_id))
  const coming = candidates.filter((line) => !taken.has(line.variant_id)).slice(0, Math.max(0, maxLines - kept.length))
  const staying = candidates.filter((line) => !coming.includes(line))

  await rekeyHolds(client, coming, { from: former, to: guest })
  await client.query('UPDATE cart_line SET cart_id = $3 WHERE cart_id = $1 AND line_id = ANY($2::uuid[])', [
    former,
    coming.map((line) => line.line_id),
    guest,
  ])
  await client.query('DELETE FROM cart_line WHERE cart_id = $1', [former])
  await client.query(
    `UPDATE cart SET state = 'merged', version = version + 1, updated_at = clock_timestamp() WHERE id = $1`,
    [former],
  )
  return staying.flatMap((line) =>
    line.hold_id === null ? [] : [{ cartId: former, reservationId: line.hold_id, variantId: line.variant_id }],
  )
}

/**
 * A reservation counts within its cart, so a line that changes carts takes its reservation along. Done under the locks
 * of the records, taken in the engine's order: no writer decides on these reservations meanwhile, no unit is free for a
 * moment, and levels and ledger do not change because nothing about the stock does.
 */
const rekeyHolds = async (
  client: pg.PoolClient,
  lines: readonly Line[],
  { from, to }: { from: string; to: string },
): Promise<void> => {
  const held = lines.filter((line) => line.hold_id !== null)
  await client.query('SELECT 1 FROM stock_level WHERE variant_id = ANY($1::int[]) ORDER BY record_id FOR UPDATE', [
    held.map((line) => line.variant_id),
  ])
  await client.query('UPDATE reservation SET cart_id = $3 WHERE cart_id = $1 AND id = ANY($2::uuid[])', [
    from,
    held.map((line) => line.hold_id),
    to,
  ])
}
