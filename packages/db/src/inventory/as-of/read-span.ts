import type { StreamSpan } from '@selvedge/core'
import type pg from 'pg'

/** From when to when a record's stream runs, late entries included: the ends of a time slider. */
export const readSpan = async (pool: pg.Pool, recordId: number): Promise<StreamSpan | undefined> => {
  const { rows } = await pool.query<{ first_at: Date | null; last_at: Date | null; version: number | null }>({
    name: 'stock-span',
    text: `SELECT least((SELECT recorded_at FROM inventory_event WHERE record_id = $1 ORDER BY version LIMIT 1),
        (SELECT min(effective_at) FROM inventory_event WHERE record_id = $1 AND effective_at <> recorded_at)) AS first_at,
      last.recorded_at AS last_at, last.version
      FROM (SELECT recorded_at, version FROM inventory_event WHERE record_id = $1 ORDER BY version DESC LIMIT 1) last`,
    values: [recordId],
  })
  const row = rows[0]
  if (!row?.first_at || !row.last_at || row.version === null) return undefined
  return { firstAt: row.first_at, lastAt: row.last_at, version: row.version }
}
