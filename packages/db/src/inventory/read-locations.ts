import type { LocationSummary } from '@selvedge/core'
import type pg from 'pg'

/** Every place that keeps stock, in the order holds try them. */
export const readLocations = async (pool: pg.Pool): Promise<LocationSummary[]> => {
  const { rows } = await pool.query<LocationSummary>(
    'SELECT id, code, name, kind, country, sells_online AS "sellsOnline" FROM location ORDER BY priority, id',
  )
  return rows
}
