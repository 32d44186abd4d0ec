import type { StockScope } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../in-transaction'
import { scopeValue, type Way } from './scope-states-sql'

/** By the moment, every place of the scope with any record has a close; a shop without records has nothing to find. */
const ARE_CLOSED = {
  name: 'stock-are-closed',
  text: `SELECT NOT EXISTS (SELECT FROM location o WHERE ($1::int = 0 OR o.id = $1::int)
      AND EXISTS (SELECT FROM inventory_record r WHERE r.location_id = o.id)
      AND NOT EXISTS (SELECT FROM inventory_close c WHERE c.location_id = o.id AND c.closed_at <= m.at)) AS are_closed
    FROM unnest($2::timestamptz[]) WITH ORDINALITY AS m(at, nth) ORDER BY m.nth`,
}

/**
 * The quickest way to all states of a scope at some moments, one each, and the answer found by it. The closes that made it
 * the quickest are those it reads: a rebuild that begins in between, and throws them away, is not seen.
 */
export const byQuickestWay = <T>(
  pool: pg.Pool,
  scope: StockScope,
  moments: readonly Date[],
  ask: (client: pg.ClientBase, ways: readonly Way[]) => Promise<T>,
): Promise<T> =>
  inTransaction(pool, async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    if (scope.kind === 'sku')
      return ask(
        client,
        moments.map(() => 'few'),
      )
    const { rows } = await client.query<{ are_closed: boolean }>({
      ...ARE_CLOSED,
      values: [scopeValue(scope), moments],
    })
    return ask(
      client,
      rows.map((row) => (row.are_closed ? 'closed' : 'many')),
    )
  })
