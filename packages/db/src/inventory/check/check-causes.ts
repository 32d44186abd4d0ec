import type { LedgerFinding } from '@selvedge/core'
import type pg from 'pg'
import { CAUSE_DOCUMENTS, DOCUMENTED_CAUSES, NAMED_DOCUMENT } from './cause-documents'

/** By key, document by document: right for a few thousand of them beside tables of any size. */
const IS_THERE = `CASE n.type ${Object.entries(CAUSE_DOCUMENTS)
  .map(
    ([type, { table, shape, found }]) =>
      `WHEN '${type}' THEN CASE WHEN n.id ~* '${shape}' THEN EXISTS (SELECT 1 FROM ${table} d WHERE ${found}) ELSE false END`,
  )
  .join(' ')} ELSE true END`

const NAMED = `SELECT record_id, cause_type AS type, ${NAMED_DOCUMENT} AS id FROM inventory_event
  WHERE cause_type = ANY($1::text[])`

const LOST = `
  WITH named AS (${NAMED} AND recorded_at > $2 AND recorded_at <= $3
    UNION ${NAMED} AND record_id = ANY($4::int[]))
  SELECT record_id, type, count(*)::int AS lost, min(id) AS example FROM named n WHERE NOT ${IS_THERE}
  GROUP BY record_id, type ORDER BY record_id, type`

/**
 * Looks for the documents that the entries recorded between two moments name as their causes, and for those of all entries of
 * some records: a finding for each record and kind of which some are not there.
 */
export const checkCauses = async (
  client: pg.ClientBase,
  { after, until, recordIds }: { readonly after: Date; readonly until: Date; readonly recordIds: readonly number[] },
): Promise<readonly LedgerFinding[]> => {
  const { rows } = await client.query<{ record_id: number; type: string; lost: number; example: string }>(LOST, [
    DOCUMENTED_CAUSES,
    after,
    until,
    recordIds,
  ])
  return rows.map(({ record_id, type, lost, example }) => ({
    kind: 'cause',
    recordId: record_id,
    what: `its entries name ${lost} of kind ${type} that are not there, as ${example}`,
  }))
}
