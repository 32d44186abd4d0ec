import { accept, type Origin, reject, type SafetyDesk, type SafetyPlace } from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { ofPlace, reconcileSafety } from './reconcile-safety'
import { OWN_CHANNEL, RULED } from './safety-sql'

type Row = {
  location_id: number
  code: string
  name: string
  kind: string
  units: number
  stale_after_minutes: number | null
  records: number
  overrides: number
  stale: number
  last_report_at: Date | null
}

const PLACES = `
  WITH records AS (
    SELECT location_id, count(*)::int AS records, count(safety_override)::int AS overrides, max(reported_at) AS last_report_at
    FROM inventory_record WHERE $1::int IS NULL OR location_id = $1 GROUP BY 1),
  silent AS (SELECT location_id, count(*)::int AS stale FROM (${RULED}) ruled WHERE is_stale GROUP BY 1)
  SELECT lo.id AS location_id, lo.code, lo.name, lo.kind, coalesce(p.units, 0) AS units, p.stale_after_minutes,
    coalesce(records.records, 0) AS records, coalesce(records.overrides, 0) AS overrides, records.last_report_at,
    coalesce(silent.stale, 0) AS stale
  FROM location lo LEFT JOIN safety_policy p ON p.location_id = lo.id AND p.channel_code = ${OWN_CHANNEL}
  LEFT JOIN records ON records.location_id = lo.id LEFT JOIN silent ON silent.location_id = lo.id
  WHERE lo.sells_online AND ($1::int IS NULL OR lo.id = $1) ORDER BY lo.priority, lo.id`

const SAVE = `INSERT INTO safety_policy (channel_code, location_id, units, stale_after_minutes) VALUES (${OWN_CHANNEL}, $1, $2, $3)
  ON CONFLICT (channel_code, location_id) DO UPDATE SET units = excluded.units, stale_after_minutes = excluded.stale_after_minutes
  RETURNING old.units, old.stale_after_minutes AS minutes`

const toPlace = (row: Row): SafetyPlace => ({
  locationId: row.location_id,
  code: row.code,
  name: row.name,
  kind: row.kind,
  units: row.units,
  records: row.records,
  overrides: row.overrides,
  stale: row.stale,
  ...(row.stale_after_minutes === null ? {} : { staleAfterMinutes: row.stale_after_minutes }),
  ...(row.last_report_at === null ? {} : { lastReportAt: row.last_report_at }),
})

/** What places keep back, over PostgreSQL (port: core SafetyDesk). A change counts when the answer is there. */
export const createSafetyDesk = ({ pool, engine }: { pool: pg.Pool; engine: PgStockEngine }): SafetyDesk => {
  const places = async (locationId?: number): Promise<readonly SafetyPlace[]> => {
    const { rows } = await pool.query<Row>(PLACES, [locationId ?? null])
    return rows.map(toPlace)
  }
  const change = async <Before>(origin: Origin, locationId: number, write: () => Promise<Before>) => {
    const [known] = await places(locationId)
    if (!known) return reject({ code: 'UNKNOWN_LOCATION' as const, locationId })
    const before = await write()
    await reconcileSafety(engine, origin, ofPlace(locationId))
    const [place = known] = await places(locationId)
    return accept({ place, before })
  }
  return {
    places: () => places(),
    save: (origin, { locationId, units, staleAfterMinutes }) =>
      change(origin, locationId, async () => {
        const { rows } = await pool.query<{ units: number | null; minutes: number | null }>(SAVE, [
          locationId,
          units,
          staleAfterMinutes ?? null,
        ])
        const [before] = rows
        // A place without a rule keeps nothing back.
        return { units: before?.units ?? 0, ...(before?.minutes == null ? {} : { staleAfterMinutes: before.minutes }) }
      }),
    followRule: (origin, locationId) =>
      change(origin, locationId, async () => {
        const { rowCount } = await pool.query(
          'UPDATE inventory_record SET safety_override = NULL WHERE location_id = $1 AND safety_override IS NOT NULL',
          [locationId],
        )
        return { overrides: rowCount ?? 0 }
      }),
  }
}
