import type { FileKind } from '@selvedge/core'
import type pg from 'pg'
import { tellOfFile } from './tell-of-file'

export type ApplyingJob = {
  readonly kind: FileKind
  readonly cursor: number
  readonly created_at: Date
  readonly created_by: string
  readonly correlation_id: string
}

/** Locks a file that is being applied, the first of all documents; nothing when it is not. */
export const lockApplying = async (client: pg.ClientBase, id: string): Promise<ApplyingJob | undefined> => {
  const { rows } = await client.query<ApplyingJob>(
    `SELECT kind, cursor, created_at, created_by, correlation_id FROM file_job
      WHERE id = $1 AND state = 'applying' FOR UPDATE`,
    [id],
  )
  return rows[0]
}

/** What was applied stands in the ledger; the file itself is no longer needed. */
export const finishJob = async (client: pg.ClientBase, id: string): Promise<void> => {
  await client.query(
    `UPDATE file_job SET state = 'done', finished_at = clock_timestamp(), lease_until = NULL WHERE id = $1`,
    [id],
  )
  await client.query('DELETE FROM file_chunk WHERE job_id = $1', [id])
  await tellOfFile(client, 'FileMoved', id)
}
