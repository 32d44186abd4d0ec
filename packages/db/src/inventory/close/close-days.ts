import { closesDue, dayOf, endOfDay } from '@selvedge/core'
import type pg from 'pg'
import { ADVISORY_LOCKS } from '../../advisory-locks'
import { inTransaction } from '../in-transaction'
import { CLOSING } from './forget-closes'
import { keepClose } from './keep-close'
import { olderWritersHaveEnded } from './older-writers'
import { countByDay, firstDay, readPlaces } from './read-days'

/** What one run looked through: days up to the last one named are done; `isCaughtUp` when no ended day is left. */
export type DaysClosed = {
  readonly closes: number
  readonly throughDay: number | undefined
  readonly isCaughtUp: boolean
}

/** A day is left alone for a little after its end, for clocks that were set back. */
const GRACE_MS = 300_000
/** Days of one run, so that its transaction is short: each may close every place. */
const DAYS_A_RUN = 14
/** How long a run waits for writers; the next one waits again. */
const WAIT_MS = 5_000

const readProgress = async (client: pg.ClientBase): Promise<{ now: Date; done: number | undefined }> => {
  const { rows } = await client.query<{ now: Date; until: Date | null }>(
    'SELECT clock_timestamp() AS now, (SELECT checked_until FROM ledger_check WHERE name = $1) AS until',
    [CLOSING],
  )
  const row = rows[0]
  if (!row) throw new Error('no clock')
  return { now: row.now, done: row.until ? dayOf(row.until) : undefined }
}

const saveProgress = (client: pg.ClientBase, day: number) =>
  client.query(
    `INSERT INTO ledger_check (name, checked_until) VALUES ($1, $2)
    ON CONFLICT (name) DO UPDATE SET checked_until = excluded.checked_until`,
    [CLOSING, endOfDay(day)],
  )

/** `through`: the last moment to look at, the database's clock when it is left out. `waitMs`: how long for writers. */
export type CloseOptions = { readonly through?: Date; readonly waitMs?: number }

/**
 * Keeps the states of places at the end of days that are over, as `closesDue` says, from where the last run stopped: two
 * weeks at most, in one transaction that takes no lock a sale waits for. A day is closed when nobody can write into it any
 * more; while somebody can, nothing is done and the next run tries again. Answers nothing when another process is at it.
 */
export const closeDays = (
  pool: pg.Pool,
  { through, waitMs = WAIT_MS }: CloseOptions = {},
): Promise<DaysClosed | undefined> =>
  inTransaction(pool, async (client): Promise<DaysClosed | undefined> => {
    await client.query('SET LOCAL statement_timeout = 0')
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS got', [
      ADVISORY_LOCKS.closeDays,
    ])
    if (!rows[0]?.got) return undefined
    const { now, done } = await readProgress(client)
    const over = Math.min(now.getTime() - GRACE_MS, through?.getTime() ?? Number.POSITIVE_INFINITY)
    const ended = dayOf(new Date(over)) - 1
    if (done !== undefined && done >= ended) return { closes: 0, throughDay: done, isCaughtUp: true }
    if (!(await olderWritersHaveEnded(client, waitMs))) return { closes: 0, throughDay: done, isCaughtUp: false }
    const first = done === undefined ? await firstDay(client) : done + 1
    if (first === undefined) return { closes: 0, throughDay: undefined, isCaughtUp: true }

    const last = Math.min(ended, first + DAYS_A_RUN - 1)
    const places = await readPlaces(client)
    // Nothing was recorded for a place without a close before the first of these days: it would have one.
    const oldest = Math.min(first - 1, ...places.flatMap(({ closedDay }) => closedDay ?? []))
    const due = closesDue(places, await countByDay(client, endOfDay(oldest), endOfDay(last)))
    const closed = new Set(places.flatMap(({ locationId, closedDay }) => (closedDay === undefined ? [] : [locationId])))
    for (const one of due) {
      await keepClose(client, one, !closed.has(one.locationId))
      closed.add(one.locationId)
    }
    await saveProgress(client, last)
    return { closes: due.length, throughDay: last, isCaughtUp: last === ended }
  })

/** As `closeDays`, until it comes no further. Answers how many closes were kept. */
export const catchUpClosing = async (pool: pg.Pool, options?: CloseOptions): Promise<number> => {
  let reached: number | undefined
  for (let closes = 0; ; ) {
    const run = await closeDays(pool, options)
    closes += run?.closes ?? 0
    if (!run || run.isCaughtUp || run.throughDay === reached) return closes
    reached = run.throughDay
  }
}
