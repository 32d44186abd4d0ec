import type { ClosedPlace, DayOfPlace } from '@selvedge/core'
import { dayOf } from '@selvedge/core'
import type pg from 'pg'

/** Places where any record lies, with the day each was last closed at the end of. */
export const readPlaces = async (client: pg.ClientBase): Promise<ClosedPlace[]> => {
  const { rows } = await client.query<{ location_id: number; records: number; closed_at: Date | null }>(
    `SELECT r.location_id, count(*)::int AS records,
      (SELECT max(c.closed_at) FROM inventory_close c WHERE c.location_id = r.location_id) AS closed_at
    FROM inventory_record r GROUP BY r.location_id`,
  )
  return rows.map((row) => ({
    locationId: row.location_id,
    records: row.records,
    closedDay: row.closed_at === null ? undefined : dayOf(row.closed_at),
  }))
}

/** How many entries were recorded for each place on each day after one moment and up to another. */
export const countByDay = async (client: pg.ClientBase, after: Date, until: Date): Promise<DayOfPlace[]> => {
  const { rows } = await client.query<{ location_id: number; day: number; entries: number }>(
    `SELECT r.location_id, e.day, sum(e.entries)::int AS entries
    FROM (SELECT record_id, floor(extract(epoch FROM recorded_at) / 86400)::int AS day, count(*) AS entries
        FROM inventory_event WHERE recorded_at > $1 AND recorded_at <= $2 GROUP BY 1, 2) e
      JOIN inventory_record r ON r.id = e.record_id
    GROUP BY r.location_id, e.day`,
    [after, until],
  )
  return rows.map((row) => ({ locationId: row.location_id, day: row.day, entries: row.entries }))
}

/** The day of the oldest entry there is. Reads the whole ledger: asked once in its life. */
export const firstDay = async (client: pg.ClientBase): Promise<number | undefined> => {
  const { rows } = await client.query<{ first: Date | null }>('SELECT min(recorded_at) AS first FROM inventory_event')
  return rows[0]?.first ? dayOf(rows[0].first) : undefined
}
