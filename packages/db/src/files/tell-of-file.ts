import type { FileMessage } from '@selvedge/core'
import type pg from 'pg'

/** Tells the worker what there is to do, or open pages how far a file is: in the transaction of what it tells of. */
export const tellOfFile = async (client: pg.ClientBase, type: FileMessage['type'], jobId: string): Promise<void> => {
  const message: FileMessage = { topic: 'file', type, jobId }
  await client.query(
    `INSERT INTO outbox (topic, key, payload, correlation_id)
     SELECT 'file', $1::uuid::text, $2::jsonb, correlation_id FROM file_job WHERE id = $1::uuid`,
    [jobId, JSON.stringify(message)],
  )
}
