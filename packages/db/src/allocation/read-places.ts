import type { Place } from '@selvedge/core'
import type pg from 'pg'

type Row = {
  id: number
  code: string
  name: string
  kind: Place['kind']
  country: string
  priority: number
  lead_days: number
  latitude: number | null
  longitude: number | null
}

/** Places that sell online, as allocation sees them, in order of priority. */
export const readPlaces = async (pool: pg.Pool): Promise<Place[]> => {
  const { rows } = await pool.query<Row>({
    name: 'allocation-places',
    text: `SELECT id, code, name, kind, country, priority, lead_days, latitude, longitude FROM location
    WHERE sells_online ORDER BY priority, id`,
  })
  return rows.map(({ id, lead_days: leadDays, latitude, longitude, ...place }) => ({
    ...place,
    locationId: id,
    leadDays,
    ...(latitude === null ? {} : { latitude }),
    ...(longitude === null ? {} : { longitude }),
  }))
}
