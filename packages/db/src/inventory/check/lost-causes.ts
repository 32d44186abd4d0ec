import type { CauseType, LedgerFinding } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../in-transaction'

/**
 * Where the documents of a kind of cause lie, as texts like the causes themselves. Bags end and are forgotten, messages
 * of tills after a while; a hold, an opening and what was done by hand are their own account.
 */
const DOCUMENTS: Readonly<Partial<Record<CauseType, string>>> = {
  order: 'SELECT id::text FROM orders',
  'order-line': `SELECT order_id::text || ':' || line_no FROM order_line`,
  'purchase-order': 'SELECT number FROM purchase_order',
  'shipment-line': 'SELECT id::text FROM inbound_shipment_line',
  return: 'SELECT id::text FROM return_request',
  transfer: 'SELECT id::text FROM stock_transfer',
  count: 'SELECT id::text FROM stock_count',
  'import-row': 'SELECT id::text FROM file_job',
  'supplier-feed': 'SELECT id::text FROM file_job',
  'safety-rule': 'SELECT id::text FROM location',
  // A record of which nobody has written an allowance has one of nothing.
  backorder: 'SELECT id::text FROM inventory_record',
}

/** A row of a file is looked for by its file: rows are forgotten, files are not. */
const NAMED = `SELECT cause_type AS type, CASE WHEN cause_type IN ('import-row', 'supplier-feed') THEN left(cause_id, 36) ELSE cause_id END AS id,
    count(*) AS entries, min(record_id) AS record_id
  FROM inventory_event WHERE cause_type = ANY($1::text[]) GROUP BY 1, 2`

const LOOK_UP = `
  WITH named AS (${NAMED}), document(type, id) AS (
    ${Object.entries(DOCUMENTS)
      .map(([type, ids]) => `SELECT '${type}'::text, d.id FROM (${ids}) AS d(id)`)
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
    return (await client.query<Row>(LOOK_UP, [Object.keys(DOCUMENTS)])).rows
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
