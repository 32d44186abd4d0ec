import type pg from 'pg'

/** An upload that did not come to its end by then was given up by its browser. */
const UPLOAD_DAYS = 2
/** A report that nobody approved, an export that nobody fetched, the bytes and rows of what was taken in. */
const KEPT_DAYS = 30
const CHUNKS_AT_ONCE = 200
const ROWS_AT_ONCE = 5_000

const older = (than: string, days: number): string => `${than} < clock_timestamp() - interval '${days} days'`

// Dropped, a file is gone for everybody: no report to approve, no download that would come without its bytes.
const DROP = `UPDATE file_job SET state = 'dropped', finished_at = clock_timestamp() WHERE id IN (
  SELECT id FROM file_job WHERE (state = 'uploading' AND ${older('created_at', UPLOAD_DAYS)})
    OR (state IN ('ready', 'refused') AND ${older('coalesce(finished_at, checked_at, created_at)', KEPT_DAYS)})
    OR (state = 'done' AND direction = 'out' AND ${older('finished_at', KEPT_DAYS)})
  LIMIT $1 FOR UPDATE SKIP LOCKED)`

const OVER = `j.state = 'dropped' OR (j.state = 'done' AND ${older('j.finished_at', KEPT_DAYS)})`
const emptied = (
  table: 'file_chunk' | 'file_row' | 'file_shipment_row',
): string => `DELETE FROM ${table} WHERE (job_id, no) IN (
  SELECT part.job_id, part.no FROM file_job j JOIN ${table} part ON part.job_id = j.id WHERE ${OVER}
  LIMIT $1 FOR UPDATE OF part SKIP LOCKED)`

/**
 * Gives up files that nobody waits for, and forgets the bytes and rows of those that are over, so many at a time; answers
 * whether there may be more. That a file was there, what it changed and what was wrong with it stays; its rows' keys stand
 * in the ledger. Any number of processes may do it.
 */
export const pruneFiles = async (
  pool: pg.Pool,
  { chunks = CHUNKS_AT_ONCE, rows = ROWS_AT_ONCE }: { chunks?: number; rows?: number } = {},
): Promise<boolean> => {
  await pool.query(DROP, [rows])
  const bytes = await pool.query(emptied('file_chunk'), [chunks])
  const read = await pool.query(emptied('file_row'), [rows])
  const announced = await pool.query(emptied('file_shipment_row'), [rows])
  return bytes.rowCount === chunks || read.rowCount === rows || announced.rowCount === rows
}
