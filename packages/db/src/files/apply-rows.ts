import { type Origin, planBatch, reject, type StockCommand, type SyncMessage } from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { markReported } from '../safety/mark-reported'
import { readBooks, takeTurns } from '../sync/read-books'
import { writeMarks } from '../sync/write-batch'
import { type ApplyingJob, finishJob, lockApplying } from './applying-job'
import { tellOfFile } from './tell-of-file'

/** Rows of one transaction: its locks are short, its progress is seen. */
const ROWS_AT_ONCE = 500

type Row = {
  no: number
  line: number
  row_id: string
  record_id: number
  quantity: number
  safety_stock: number | null
  old_safety_stock: number
  at: Date | null
  note: string | null
  is_applied: boolean
}

/**
 * Applies the next rows of an approved file in one transaction with the cursor that remembers them: killed at any
 * moment, the file goes on where it was, and no row is applied twice: beside the cursor, the ledger knows a row by its file
 * and its id. A row is a count of the shelf at its own time, or
 * at that of the upload: sales after it stand.
 */
export const applyRows = async (
  { engine }: { engine: PgStockEngine },
  id: string,
): Promise<'again' | 'done' | 'not-applying'> => {
  let rows: readonly Row[] = []
  let planned: ReturnType<typeof planBatch> | undefined
  const outcome = await engine.transact({
    plan: async (client) => {
      const job = await lockApplying(client, id)
      if (!job) return reject({ code: 'NOT_APPLYING' as const })
      rows = await nextRows(client, id, job.cursor)
      if (rows.length === 0) return []
      const fresh = rows.filter(({ is_applied }) => !is_applied)
      await writeRecordSettings(client, job, fresh)
      planned = await planRows(client, id, job, fresh)
      return commandsOf(id, job, fresh, planned)
    },
    alongside: async (client) => {
      if (!planned) {
        await finishJob(client, id)
        return 'done' as const
      }
      const superseded = planned.results.filter((result) => result.outcome === 'superseded').length
      const changed = planned.results.filter((result) => result.outcome === 'applied').length
      await writeMarks(client, planned.countMarks)
      await client.query(
        `UPDATE file_job SET cursor = $2, done_rows = done_rows + $3, changed_rows = changed_rows + $4,
           superseded_rows = superseded_rows + $5 WHERE id = $1`,
        [id, rows.at(-1)?.no ?? 0, rows.length, changed, superseded],
      )
      await tellOfFile(client, 'FileMoved', id)
      return 'again' as const
    },
  })
  if (outcome.ok) return outcome.value.value
  if (outcome.error.code === 'NOT_APPLYING') return 'not-applying'
  throw new Error(`a row that was checked is refused: ${outcome.error.code}`)
}

/** What the rows say of their records beside the count: when they were reported, and how much each keeps from selling. */
const writeRecordSettings = async (client: pg.ClientBase, job: ApplyingJob, rows: readonly Row[]): Promise<void> => {
  await markReported(
    client,
    rows.map(({ record_id, at }) => ({ recordId: record_id, at: at ?? job.created_at })),
  )
  const kept = rows.filter(
    ({ safety_stock, old_safety_stock }) => (safety_stock ?? old_safety_stock) !== old_safety_stock,
  )
  if (kept.length === 0) return
  await client.query(
    `UPDATE inventory_record r SET safety_override = kept.units
     FROM unnest($1::int[], $2::int[]) AS kept(record_id, units) WHERE r.id = kept.record_id`,
    [kept.map(({ record_id }) => record_id), kept.map(({ safety_stock }) => safety_stock)],
  )
}

/** By its id, and not by where it stands: a row without one is called by its line. */
const keyOfRow = (id: string, rowId: string): string => `import:${id}:${rowId}`

const nextRows = async (client: pg.ClientBase, id: string, after: number): Promise<readonly Row[]> => {
  const { rows } = await client.query<Row>(
    `SELECT r.no, r.line, r.row_id, r.record_id, r.quantity, r.safety_stock, l.safety_stock AS old_safety_stock, r.at, r.note,
            EXISTS (SELECT 1 FROM inventory_event e WHERE e.record_id = r.record_id AND e.dedupe_key = $4 || r.row_id) AS is_applied
       FROM file_row r JOIN stock_level l ON l.record_id = r.record_id
      WHERE r.job_id = $1 AND r.no > $2 ORDER BY r.no LIMIT $3`,
    [id, after, ROWS_AT_ONCE, keyOfRow(id, '')],
  )
  return rows
}

const planRows = async (client: pg.ClientBase, id: string, job: ApplyingJob, rows: readonly Row[]) => {
  const recordIds = rows.map(({ record_id }) => record_id)
  await takeTurns(client, recordIds)
  const times = rows.map(({ at }) => (at ?? job.created_at).getTime())
  const books = await readBooks(client, recordIds, new Date(Math.min(job.created_at.getTime(), ...times)))
  const { rows: clock } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const messages = rows.map(({ line, quantity, at, note }): SyncMessage => {
    const observedAt = (at ?? job.created_at).toISOString()
    return { seq: line, sku: '', kind: 'count', quantity, observedAt, ...(note === null ? {} : { note }) }
  })
  return planBatch({
    sourceId: id,
    keyOf: ({ seq }) => keyOfRow(id, byLine.get(seq)?.row_id ?? String(seq)),
    receivedAt: clock[0]?.now ?? job.created_at,
    skewMs: 0,
    messages,
    recordOf: ({ seq }) => {
      const book = books.get(byLine.get(seq)?.record_id ?? 0)
      return book ? { book: { ...book, seen: new Map() } } : { refusal: 'NEVER_STOCKED' }
    },
  })
}

const commandsOf = (
  id: string,
  { kind, created_by, correlation_id }: ApplyingJob,
  rows: readonly Row[],
  { observations }: ReturnType<typeof planBatch>,
): StockCommand[] => {
  const origin: Origin = { actor: created_by, correlationId: correlation_id }
  const type = kind === 'supplier' ? 'supplier-feed' : 'import-row'
  const rowIds = new Map(rows.map(({ line, row_id }) => [line, row_id]))
  const variants = new Map(observations.map(({ recordId, variantId }) => [recordId, variantId]))
  const settings = rows.flatMap(({ record_id, safety_stock, old_safety_stock, row_id }) => {
    const variantId = variants.get(record_id)
    if (safety_stock === null || safety_stock === old_safety_stock || variantId === undefined) return []
    const cause = { type, id: `${id}:${row_id}` } as const
    return [{ recordId: record_id, variantId, safetyStock: safety_stock, reason: 'import', cause }]
  })
  return [
    ...(observations.length === 0
      ? []
      : [
          {
            kind: 'observe' as const,
            origin,
            observations: observations.map(({ seq, ...one }) => ({
              ...one,
              reason: 'import',
              cause: { type, id: `${id}:${rowIds.get(seq) ?? seq}` } as const,
            })),
          },
        ]),
    ...(settings.length === 0 ? [] : [{ kind: 'configure' as const, origin, settings }]),
  ]
}
