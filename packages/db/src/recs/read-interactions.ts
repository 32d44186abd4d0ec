import type { PastSession } from '@selvedge/recs'
import type { Pool } from 'pg'
import { joinConsent, personOfOrder } from '../behaviour/person-of-order-sql'

const ORDER = { id: 'o.id', userId: 'o.user_id', placedAt: 'o.placed_at' } as const

/** One person and product, with how strongly and when last. */
export type PersonProduct = {
  readonly person: string
  readonly productId: number
  readonly weight: number
  readonly lastAt: Date
}

/**
 * What people did with products, from orders and from the behaviour log: an order counts 5, a bag 3, what was saved or
 * liked 2, a click or view 1; the strongest speaks. Orders of guests, of accounts that have not allowed it and from before a
 * history was erased count by their order, as one person each.
 */
export async function readPersonProducts(pool: Pool): Promise<readonly PersonProduct[]> {
  const { rows } = await pool.query<{ person: string; product_id: number; weight: number; last_at: Date }>(
    `WITH deed AS (
       SELECT ${personOfOrder(ORDER)} AS person, l.product_id, 5 AS weight, o.placed_at AS at
       FROM orders o JOIN order_line l ON l.order_id = o.id ${joinConsent(ORDER)}
       WHERE o.state IN ('confirmed', 'part_shipped', 'shipped', 'delivered')
       UNION ALL
       SELECT person, product_id,
              CASE kind WHEN 'purchase' THEN 5 WHEN 'add' THEN 3 WHEN 'like' THEN 2 WHEN 'save' THEN 2 ELSE 1 END, occurred_at
       FROM behaviour_event
       WHERE product_id IS NOT NULL AND kind IN ('purchase', 'add', 'like', 'save', 'click', 'view'))
     SELECT person, product_id, max(weight)::int AS weight, max(at) AS last_at FROM deed
     GROUP BY person, product_id ORDER BY person, product_id`,
  )
  return rows.map((row) => ({ person: row.person, productId: row.product_id, weight: row.weight, lastAt: row.last_at }))
}

/** Sessions of the behaviour log with at least two products looked at, oldest first. */
export async function readPastSessions(pool: Pool): Promise<readonly PastSession[]> {
  const { rows } = await pool.query<{ items: number[]; ended_at: Date }>(
    `SELECT array_agg(product_id ORDER BY occurred_at, sequence, event_id) AS items, max(occurred_at) AS ended_at
     FROM behaviour_event WHERE session_id IS NOT NULL AND product_id IS NOT NULL AND kind IN ('view', 'click', 'add')
     GROUP BY session_id HAVING count(DISTINCT product_id) > 1 ORDER BY max(occurred_at), session_id`,
  )
  return rows.map((row) => ({ itemIds: row.items, endedAt: row.ended_at.getTime() }))
}
