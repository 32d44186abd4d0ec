import type { CountState, RecountThreshold } from '@selvedge/core'
import type pg from 'pg'

export type LockedCount = {
  readonly state: CountState
  readonly version: number
  readonly locationId: number
  readonly threshold: RecountThreshold
}

type Row = { state: CountState; version: number; location_id: number; recount_units: number; recount_percent: number }

/** The document under a row lock: shared by those who count, alone for whoever ends it. */
export const lockCount = async (
  client: pg.PoolClient,
  countId: number,
  mode: 'SHARE' | 'UPDATE',
): Promise<LockedCount | undefined> => {
  const { rows } = await client.query<Row>(
    `SELECT state, version, location_id, recount_units, recount_percent FROM stock_count WHERE id = $1 FOR ${mode}`,
    [countId],
  )
  const row = rows[0]
  return (
    row && {
      state: row.state,
      version: row.version,
      locationId: row.location_id,
      threshold: { units: row.recount_units, percent: row.recount_percent },
    }
  )
}
