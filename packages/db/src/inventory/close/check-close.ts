import { differences, type LedgerFinding } from '@selvedge/core'
import type pg from 'pg'
import { CLOSE_COLUMNS, UNPACKED } from '../as-of/closed-states-sql'
import { manyStatesSql } from '../as-of/many-states-sql'
import { type PrefixedStateRow, type StateRow, toPrefixedState, toState } from '../as-of/state-row'
import { forgetFrom } from './forget-closes'

/** Which close: of a place, at the end of a day. */
export type Close = { readonly locationId: number; readonly closedAt: Date }

type Row = StateRow & { record_id: number } & PrefixedStateRow<'kept_'>

const RECORDS = 'SELECT r.id AS record_id FROM inventory_record r WHERE r.location_id = $1::int'
const COLUMNS = CLOSE_COLUMNS.map(
  (column) => `coalesce(t.${column}, 0) AS ${column}, coalesce(u.${column}, 0) AS kept_${column}`,
).join(', ')

const DIFFERENT = `SELECT coalesce(t.record_id, u.record_id) AS record_id, ${COLUMNS}
  FROM (SELECT * FROM (${manyStatesSql(RECORDS, '$2::timestamptz', 'recorded')}) s WHERE version > 0) t
  FULL JOIN (WITH k AS (SELECT * FROM inventory_close WHERE location_id = $1::int AND closed_at = $2::timestamptz) ${UNPACKED}) u
    ON u.record_id = t.record_id
  WHERE (${CLOSE_COLUMNS.map((column) => `t.${column}`).join(', ')}) IS DISTINCT FROM (${CLOSE_COLUMNS.map((column) => `u.${column}`).join(', ')})`

/** What a close says otherwise than the kept states of its records and the entries after them, which no close had a part in. */
export const checkClose = async (client: pg.ClientBase, { locationId, closedAt }: Close): Promise<LedgerFinding[]> => {
  const { rows } = await client.query<Row>({
    name: 'stock-check-close',
    text: DIFFERENT,
    values: [locationId, closedAt],
  })
  return rows.flatMap((row) => {
    const kept = toPrefixedState(row, 'kept_')
    const day = closedAt.toISOString().slice(0, 10)
    return differences(kept, toState(row)).map(
      (what): LedgerFinding => ({ kind: 'snapshot', recordId: row.record_id, what: `at the close of ${day} ${what}` }),
    )
  })
}

/** The last close of every place, and of each the one that was not looked at for the longest. */
const SOME = `SELECT DISTINCT location_id, closed_at FROM (
    (SELECT DISTINCT ON (location_id) location_id, closed_at FROM inventory_close ORDER BY location_id, closed_at DESC)
    UNION ALL
    (SELECT DISTINCT ON (location_id) location_id, closed_at FROM inventory_close ORDER BY location_id, checked_at NULLS FIRST, closed_at)
  ) s ORDER BY location_id, closed_at`

type CloseRow = { location_id: number; closed_at: Date }

/** A sample of the closes against the ledger; the worker's check comes round all of them. */
export const checkSomeCloses = async (client: pg.ClientBase): Promise<LedgerFinding[]> => {
  const { rows } = await client.query<CloseRow>(SOME)
  const findings: LedgerFinding[] = []
  for (const row of rows)
    findings.push(...(await checkClose(client, { locationId: row.location_id, closedAt: row.closed_at })))
  return findings
}

/** Reading a whole place anew costs the database a quarter of a second at a million entries: not with every run. */
const CHECK_EVERY = `interval '10 minutes'`

/**
 * The close that waited longest for it against the ledger, when none was looked at lately; a wrong one is thrown away, and
 * made anew with the next days.
 */
export const checkNextClose = async (client: pg.ClientBase): Promise<LedgerFinding[]> => {
  const { rows } = await client.query<CloseRow>(
    `UPDATE inventory_close SET checked_at = clock_timestamp() WHERE (location_id, closed_at) =
      (SELECT location_id, closed_at FROM inventory_close ORDER BY checked_at NULLS FIRST, closed_at, location_id LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM inventory_close WHERE checked_at > clock_timestamp() - ${CHECK_EVERY})
    RETURNING location_id, closed_at`,
  )
  const next = rows[0] && { locationId: rows[0].location_id, closedAt: rows[0].closed_at }
  if (!next) return []
  const findings = await checkClose(client, next)
  if (findings.length > 0) await forgetFrom(client, next)
  return findings
}
