import { csvLine, type FileKind } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { exportCounts } from './export-counts'
import type { ExportKind } from './export-pages'
import { EXPORT_SHIPMENTS } from './export-shipments'
import { tellOfFile } from './tell-of-file'

const ROWS_AT_ONCE = 5_000

type JobRow = { kind: FileKind; cursor: number; location_id: number | null; chunk: number }

const EXPORTS: Readonly<Record<FileKind, ExportKind>> = {
  stock: exportCounts('stock'),
  counts: exportCounts('counts'),
  supplier: exportCounts('supplier'),
  shipments: EXPORT_SHIPMENTS,
}

/** Writes the next lines of an export, in one transaction with the cursor. UTF-8 with a mark, so that Excel sees it. */
export const writeExportPage = (pool: pg.Pool, id: string): Promise<'again' | 'done' | 'not-writing'> =>
  inTransaction(pool, async (client) => {
    const { rows: jobs } = await client.query<JobRow>(
      `SELECT kind, cursor, location_id, (SELECT count(*)::int FROM file_chunk c WHERE c.job_id = j.id) AS chunk
         FROM file_job j WHERE id = $1 AND state = 'writing' FOR UPDATE`,
      [id],
    )
    const [job] = jobs
    if (!job) return 'not-writing'
    const { header, page } = EXPORTS[job.kind]
    const { lines, cursor } = await page(client, {
      cursor: job.cursor,
      locationId: job.location_id,
      limit: ROWS_AT_ONCE,
    })
    const head = job.chunk === 0 ? `\uFEFF${csvLine(header)}` : ''
    const bytes = Buffer.from(head + lines.join(''), 'utf8')
    if (bytes.length > 0)
      await client.query('INSERT INTO file_chunk (job_id, no, bytes) VALUES ($1, $2, $3)', [id, job.chunk, bytes])
    const isLast = lines.length < ROWS_AT_ONCE
    await client.query(
      `UPDATE file_job SET cursor = $2, rows = rows + $3, good_rows = good_rows + $3, done_rows = done_rows + $3,
         bytes = bytes + $4, state = CASE WHEN $5 THEN 'done' ELSE state END,
         finished_at = CASE WHEN $5 THEN clock_timestamp() END WHERE id = $1`,
      [id, cursor, lines.length, bytes.length, isLast],
    )
    await tellOfFile(client, 'FileMoved', id)
    return isLast ? 'done' : 'again'
  })
