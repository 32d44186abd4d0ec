import pg from 'pg'
import { ADVISORY_LOCKS } from '../advisory-locks'
import { inTransaction } from '../inventory/in-transaction'

/** As many days as a shop may be without a worker before its messages wait in the catch-all. */
const DAYS_AHEAD = 3
/** Dropping a day stops whoever writes a message: they wait no longer than this, and the day goes another time. */
const LOCK_WAIT_MS = 100
const LOCK_NOT_AVAILABLE = '55P03'

export type KeptDays = { readonly made: number; readonly dropped: number }

/**
 * Makes the outbox's days to come, and those of rows that came before their day was there; drops each day that ended a
 * day ago and that every sink has read to its end, however many rows it holds. A sink that stalls keeps its days. Any
 * number of processes may run it: they take turns, and a day somebody is busy with is left for the next time.
 */
export const keepOutboxDays = async (pool: pg.Pool): Promise<KeptDays> => {
  const missing = await pool.query<{ day: string }>(MISSING, [DAYS_AHEAD])
  let [made, dropped] = [0, 0]
  for (const { day } of missing.rows) if (await unlessBusy(pool, (client) => makeDay(client, day))) made++
  const over = await pool.query<{ name: string }>(OVER)
  for (const { name } of over.rows) {
    if (!(await isRead(pool, name))) break
    if (await unlessBusy(pool, (client) => dropDay(client, name))) dropped++
  }
  return { made, dropped }
}

const makeDay = async (client: pg.PoolClient, day: string): Promise<boolean> => {
  const { rows } = await client.query<{ made: boolean }>('SELECT make_outbox_day($1::date) AS made', [day])
  return rows[0]?.made === true
}

/**
 * Under the lock of the whole nobody is writing a message: what is read then stays true until the day is gone. The other
 * days are left alone: one of them may be vacuumed just now.
 */
const dropDay = async (client: pg.PoolClient, name: string): Promise<boolean> => {
  await client.query('LOCK TABLE ONLY outbox IN ACCESS EXCLUSIVE MODE')
  const { rows } = await client.query<{ is_there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS is_there', [name])
  if (rows[0]?.is_there !== true || !(await isRead(client, name))) return false
  await client.query(`DROP TABLE ${pg.escapeIdentifier(name)}`)
  return true
}

/** Whether every row of the day has its number and every cursor is past it. Without a cursor nobody has read anything. */
const isRead = async (client: pg.Pool | pg.PoolClient, name: string): Promise<boolean> => {
  const day = pg.escapeIdentifier(name)
  const { rows } = await client.query<{ is_read: boolean | null }>(
    `SELECT NOT EXISTS (SELECT 1 FROM ${day} WHERE seq IS NULL)
        AND coalesce((SELECT max(seq) FROM ${day}), 0) <= (SELECT min(seq) FROM outbox_cursor) AS is_read`,
  )
  return rows[0]?.is_read === true
}

const unlessBusy = async (pool: pg.Pool, work: (client: pg.PoolClient) => Promise<boolean>): Promise<boolean> => {
  try {
    return await inTransaction(pool, async (client) => {
      await client.query(`SET LOCAL lock_timeout = ${LOCK_WAIT_MS}`)
      await client.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.outboxDays])
      return await work(client)
    })
  } catch (fault) {
    if (fault instanceof pg.DatabaseError && fault.code === LOCK_NOT_AVAILABLE) return false
    throw fault
  }
}

const TODAY = `(clock_timestamp() AT TIME ZONE 'UTC')::date`

const MISSING = `
  SELECT to_char(day, 'YYYY-MM-DD') AS day FROM (
    SELECT ${TODAY} + ahead AS day FROM generate_series(0, $1::int) AS ahead
    UNION SELECT (recorded_at AT TIME ZONE 'UTC')::date FROM outbox_default) AS wanted
   WHERE to_regclass('outbox_' || to_char(day, 'YYYYMMDD')) IS NULL ORDER BY day`

/** Days that ended a day ago, oldest first: their numbers are below those of all days after them, or nearly so. */
const OVER = `
  SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = 'outbox'::regclass AND c.relname ~ '^outbox_[0-9]{8}$'
     AND to_date(right(c.relname, 8), 'YYYYMMDD') < ${TODAY} - 1 ORDER BY c.relname`
