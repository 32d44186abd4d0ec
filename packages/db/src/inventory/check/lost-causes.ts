import type { CauseType, LedgerFinding } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../in-transaction'
import { CAUSE_DOCUMENTS, DOCUMENTED_CAUSES, NAMED_DOCUMENT } from './cause-documents'

const NAMED = `SELECT cause_type AS type, ${NAMED_DOCUMENT} AS id, count(*) AS entries, min(record_id) AS record_id
  FROM inventory_event WHERE cause_type = ANY($1::text[]) GROUP BY 1, 2`

const LOOK_UP = `
  WITH named AS (${NAMED}), document(type, id) AS (
    ${Object.entries(CAUSE_DOCUMENTS)
      .map(([type, { table, id }]) => `SELECT '${type}'::text, ${id} FROM ${table} d`)
      .join(' UNION ALL ')})
  SELECT n.type, count(*)::int AS documents, count(*) FILTER (WHERE d.id IS NULL)::int AS lost,
         coalesce(sum(n.entries) FILTER (WHERE d.id IS NULL), 0)::int AS entries,
         min(n.id) FILTER (WHERE d.id IS NULL) AS example, min(n.record_id) FILTER (WHERE d.id IS NULL) AS record_id
    FROM named n LEFT JOIN document d ON d.type = n.type AND d.id = n.id GROUP BY n.type ORDER BY n.type`

type Row = {
  type: CauseType
  documents: number
  lost: number
  entries: number
  example: string | null
  record_id: number | null
}

/**
 * Looks for the documents that entries of the ledger name as their causes, all in one pass; a finding for each kind of
 * which some are not there. The database does not refuse such a cause (ADR 0020).
 */
export const lostCauses = async (
  pool: pg.Pool,
): Promise<{ readonly documents: number; readonly findings: readonly LedgerFinding[] }> => {
  const rows = await inTransaction(pool, async (client) => {
    await client.query(`SET LOCAL statement_timeout = 0; SET LOCAL work_mem = '128MB'`)
    return (await client.query<Row>(LOOK_UP, [DOCUMENTED_CAUSES])).rows
  })
  return {
    documents: rows.reduce((sum, { documents }) => sum + documents, 0),
    findings: rows.flatMap(({ type, lost, entries, example, record_id }): LedgerFinding[] =>
      lost === 0
        ? []
        : [
            {
              kind: 'cause',
              what: `${entries} entries name ${lost} of kind ${type} that are not there, as ${example} at record ${record_id}`,
            },
          ],
    ),
  }
}
