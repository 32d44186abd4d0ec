import type { Pool } from 'pg'
import { HALF_LIFE_DAYS } from './wanted-sql'

/** With fewer orders a country's best sellers would be chance. */
const ORDERS_MIN = 100
const LISTED = 240

/** What is bought most where parcels go to, best first, for the countries of which enough is known. */
export async function readWantedIn(pool: Pool): Promise<ReadonlyMap<string, readonly number[]>> {
  const { rows } = await pool.query<{ country: string; product_ids: number[] }>(
    `WITH sold AS (
       SELECT country, product_id, sum(orders) AS orders,
              sum(orders * power(2, -(current_date - day) / ${HALF_LIFE_DAYS}.0)) AS level
       FROM wanted_day WHERE country <> '' AND orders > 0 GROUP BY country, product_id),
     ranked AS (
       SELECT *, sum(orders) OVER (PARTITION BY country) AS of_country,
              row_number() OVER (PARTITION BY country ORDER BY level DESC, product_id) AS place FROM sold)
     SELECT country, array_agg(product_id ORDER BY place) AS product_ids
     FROM ranked WHERE of_country >= $1 AND place <= $2 GROUP BY country`,
    [ORDERS_MIN, LISTED],
  )
  return new Map(rows.map(({ country, product_ids }) => [country, product_ids]))
}
