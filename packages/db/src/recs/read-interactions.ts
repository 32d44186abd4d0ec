import type { PastSession } from '@selvedge/recs'
import type { Pool } from 'pg'
import { joinConsent, personOfOrder } from '../behaviour/person-of-order-sql'

/** Signals that say what somebody takes to; SQL. */
export const TEACHES = `product_id IS NOT NULL AND kind IN ('purchase', 'add', 'like', 'save', 'click', 'view')`

const ORDER = { id: 'o.id', userId: 'o.user_id', placedAt: 'o.placed_at' } as const

/** One person and product, with how strongly and when last. */
export type PersonProduct = {
  readonly person: string
  readonly productId: number
  readonly weight: number
  readonly lastAt: Date
}

/** Of which orders (`o`) and of which signals; SQL. */
type Which = { readonly orders: string; readonly signals: string }

/**
 * What people did with products, from orders and from the behaviour log: an order counts 5, a bag 3, what was saved or
 * liked 2, a click or view 1; the strongest speaks. Orders of guests, of accounts that have not allowed it and from before a
 * history was erased count by their order, as one person each.
 */
const deeds = ({ orders, signals }: Which): string => `
  SELECT ${personOfOrder(ORDER)} AS person, l.product_id, 5 AS weight, o.placed_at AS at
  FROM orders o JOIN order_line l ON l.order_id = o.id ${joinConsent(ORDER)}
  WHERE o.state IN ('confirmed', 'part_shipped', 'shipped', 'delivered') AND ${orders}
  UNION ALL
  SELECT person, product_id,
         CASE kind WHEN 'purchase' THEN 5 WHEN 'add' THEN 3 WHEN 'like' THEN 2 WHEN 'save' THEN 2 ELSE 1 END, occurred_at
  FROM behaviour_event WHERE ${TEACHES} AND ${signals}`

const strongest = (deed: string, whose = 'true'): string => `
  SELECT person, product_id, max(weight)::int AS weight, max(at) AS last_at FROM (${deed}) deed WHERE ${whose}
  GROUP BY person, product_id ORDER BY person, product_id`

/** What everybody did with products. */
export const readPersonProducts = (pool: Pool): Promise<readonly PersonProduct[]> =>
  read(pool, strongest(deeds({ orders: 'true', signals: 'true' })), [])

// By index; under which name each of these teaches is asked afterwards.
const OF_ORDERS = '(o.user_id = ANY($2::text[]) OR o.id = ANY($3::uuid[]))'

/** The same of some people alone, by the names under which they teach. */
export const readPersonProductsOf = (pool: Pool, people: readonly string[]): Promise<readonly PersonProduct[]> =>
  read(pool, strongest(deeds({ orders: OF_ORDERS, signals: 'person = ANY($1::text[])' }), 'person = ANY($1::text[])'), [
    people,
    idsOf('u:', people),
    idsOf('o:', people),
  ])

const idsOf = (kind: string, people: readonly string[]): readonly string[] =>
  people.filter((person) => person.startsWith(kind)).map((person) => person.slice(kind.length))

async function read(pool: Pool, text: string, values: readonly unknown[]): Promise<readonly PersonProduct[]> {
  type Row = { person: string; product_id: number; weight: number; last_at: Date }
  const { rows } = await pool.query<Row>(text, [...values])
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
