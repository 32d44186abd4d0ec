import type pg from 'pg'

/** Days that are kept: four half-lives of popularity, past which a day weighs a sixteenth. */
const KEPT_DAYS = 360
/** What was received late on a day is counted by the next runs. */
const LATE_DAYS = 1
/** The first run of a day counts so many days anew: an order that was cancelled since is wanted no more. */
const ANEW_DAYS = 30

const COUNT = `
  INSERT INTO wanted_day (day, product_id, country, orders, wishes, looks)
  SELECT day, product_id, country, sum(orders), sum(wishes), sum(looks)
  FROM (
    SELECT (o.placed_at AT TIME ZONE 'UTC')::date AS day, l.product_id, coalesce(upper(o.address->>'country'), '') AS country,
           1 AS orders, 0 AS wishes, 0 AS looks
    FROM orders o JOIN (SELECT DISTINCT order_id, product_id FROM order_line) l ON l.order_id = o.id
    WHERE o.placed_at >= $1::date::timestamp AT TIME ZONE 'UTC'
      AND o.state IN ('confirmed', 'part_shipped', 'shipped', 'delivered')
    UNION ALL
    SELECT day, product_id, '', 0, is_wish::int, (NOT is_wish)::int
    FROM (
      SELECT DISTINCT logged_on AS day, person, product_id, kind NOT IN ('click', 'view') AS is_wish
      FROM behaviour_event
      WHERE logged_on >= $1 AND product_id IS NOT NULL AND kind IN ('click', 'view', 'add', 'save', 'notify')
    ) one
  ) deed
  WHERE day <= $2 AND EXISTS (SELECT 1 FROM product p WHERE p.id = deed.product_id)
  GROUP BY day, product_id, country`

/**
 * Counts on how many orders a product stood, and how many people wished for it and opened it, day by day: one person once
 * a day, however often. Days that are counted and past do not change, but for the last ones.
 */
export async function countWantedDays(client: pg.ClientBase, today: string): Promise<void> {
  const { rows } = await client.query<{ from_day: string }>(
    `SELECT coalesce(CASE WHEN max(day) < $1::date THEN greatest(max(day) - $2::int, $1::date - $3::int)
                          ELSE max(day) - $4::int END, $1::date - $3::int)::text AS from_day FROM wanted_day`,
    [today, ANEW_DAYS, KEPT_DAYS, LATE_DAYS],
  )
  const from = rows[0]?.from_day ?? today
  await client.query('DELETE FROM wanted_day WHERE day >= $1 OR day < $2::date - $3::int', [from, today, KEPT_DAYS])
  await client.query(COUNT, [from, today])
}
