import type pg from 'pg'
import { ADVISORY_LOCKS } from '../advisory-locks'
import { inTransaction } from '../inventory/in-transaction'
import { BY_INDEX } from './by-index'

/** The cursor row that remembers the last number given, so that dropping every day does not restart the count. */
export const STAMP_ROW = '(stamped)'

/**
 * Gives unstamped rows, in order of `position`, the next gapless numbers; answers how many. Order within a record
 * holds, because its rows draw `position` under the record's lock: when a later one is visible, so is every earlier one.
 * One leader at a time: who does not get the lock answers undefined, and cannot say how far the numbers go.
 */
export const stampOutbox = async (pool: pg.Pool, limit: number): Promise<number | undefined> => {
  const { rowCount } = await pool.query(ANY_UNSTAMPED)
  if (rowCount === 0) return 0
  return inTransaction(pool, async (client) => {
    // A statement of its own: the stamping one then sees everything that the leader before us has committed.
    const { rows } = await client.query<{ is_leader: boolean }>(LEAD, [ADVISORY_LOCKS.stampOutbox])
    if (rows[0]?.is_leader !== true) return undefined
    await client.query('INSERT INTO outbox_cursor (sink, seq) VALUES ($1, 0) ON CONFLICT DO NOTHING', [STAMP_ROW])
    const stamped = await client.query(STAMP, [STAMP_ROW, limit])
    return stamped.rowCount ?? 0
  })
}

const LEAD = `SELECT pg_try_advisory_xact_lock($1) AS is_leader, ${BY_INDEX}`

const ANY_UNSTAMPED = { name: 'outbox-any-unstamped', text: 'SELECT 1 FROM outbox WHERE seq IS NULL LIMIT 1' }

/**
 * What has no number up to the last fresh position is what is fresh: it is found by the work lists of the days, which hold
 * nothing else, and never among all that has been told already.
 */
const STAMP = `
  WITH fresh AS (
    SELECT position, row_number() OVER (ORDER BY position) AS place
      FROM (SELECT position FROM outbox WHERE seq IS NULL ORDER BY position LIMIT $2) AS unstamped
  ), head AS (
    UPDATE outbox_cursor SET seq = seq + (SELECT count(*) FROM fresh), updated_at = clock_timestamp()
     WHERE sink = $1
    RETURNING seq - (SELECT count(*) FROM fresh) AS last
  )
  UPDATE outbox SET seq = head.last + fresh.place
    FROM fresh, head
   WHERE outbox.seq IS NULL AND outbox.position <= (SELECT max(position) FROM fresh) AND outbox.position = fresh.position`
