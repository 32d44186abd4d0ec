import type { Country } from '@selvedge/core'
import type { Pool } from 'pg'

/** Names of the houses that others alone sell in a country. */
export async function readNotSoldIn(pool: Pool, country: Country): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ name: string }>('SELECT name FROM brand WHERE $1::bpchar = ANY(not_sold_in)', [
    country,
  ])
  return new Set(rows.map(({ name }) => name))
}
