import { SYNC_KEPT_DAYS } from '@selvedge/core'
import type pg from 'pg'

const AT_ONCE = 5_000

const BATCHES = `DELETE FROM sync_batch WHERE (source_id, batch_id) IN (
  SELECT source_id, batch_id FROM sync_batch WHERE received_at < clock_timestamp() - $1 * interval '1 day'
  ORDER BY received_at LIMIT $2 FOR UPDATE SKIP LOCKED)`

const MESSAGES = `DELETE FROM sync_message WHERE (source_id, record_id, seq) IN (
  SELECT source_id, record_id, seq FROM sync_message WHERE effective_at < clock_timestamp() - $1 * interval '1 day'
  LIMIT $2 FOR UPDATE SKIP LOCKED)`

/**
 * Forgets batches and messages of sources that nobody sends again, so many of each at a time; answers whether there may be
 * more. Any number of processes may do it.
 */
export const pruneSync = async (pool: pg.Pool, atOnce = AT_ONCE): Promise<boolean> => {
  const batches = await pool.query(BATCHES, [SYNC_KEPT_DAYS, atOnce])
  const messages = await pool.query(MESSAGES, [SYNC_KEPT_DAYS, atOnce])
  return batches.rowCount === atOnce || messages.rowCount === atOnce
}
