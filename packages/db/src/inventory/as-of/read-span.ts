import type { StreamSpan } from '@selvedge/core'
import type pg from 'pg'

/**
 * From when a record's stream runs, late entries included, to the present: the ends of a time slider. What has lain still since
 * spring lies there now, so the last entry is no end.
 */
export const readSpan = async (pool: pg.Pool, recordId: number): Promise<StreamSpan | undefined> => {
  const { rows } = await pool.query<{ first_at: Date | null; now_at: Date; version: number | null }>({
    name: 'stock-span',
    text: `SELECT least((SELECT recorded_at FROM inventory_event WHERE record_id = $1 ORDER BY version LIMIT 1),
        (SELECT min(effective_at) FROM inventory_event WHERE record_id = $1 AND effective_at <> recorded_at)) AS first_at,
      greatest(last.recorded_at, clock_timestamp()) AS now_at, last.version
      FROM (SELECT recorded_at, version FROM inventory_event WHERE record_id = $1 ORDER BY version DESC LIMIT 1) last`,
    values: [recordId],
  })
  const row = rows[0]
  if (!row?.first_at || row.version === null) return undefined
  return { firstAt: row.first_at, nowAt: row.now_at, version: row.version }
}
