import type pg from 'pg'
import { ADVISORY_LOCKS } from '../advisory-locks'
import { inTransaction } from '../inventory/in-transaction'

const DAY_MS = 86_400_000
const PARTITION = /^behaviour_event_(\d{4})(\d{2})(\d{2})$/

export type PartitionPlan = {
  /** The first and the last day that must have a partition; epoch milliseconds, UTC days. */
  readonly fromMs: number
  readonly toMs: number
  /** Days that end before this moment are dropped with all that was logged on them. */
  readonly keepAfterMs?: number
}

/**
 * Makes the behaviour log's daily partitions and drops those past retention. Rows that arrived before their day had a
 * partition move into it. Any number of processes may run it; they take turns.
 */
export const keepBehaviourPartitions = (
  pool: pg.Pool,
  plan: PartitionPlan,
): Promise<{ readonly made: number; readonly dropped: number }> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.behaviourPartitions])
    const existing = await existingDays(client)
    let made = 0
    for (let day = dayOf(plan.fromMs); day <= dayOf(plan.toMs); day += DAY_MS) {
      if (existing.has(day)) continue
      await makePartition(client, day)
      made += 1
    }
    const { keepAfterMs } = plan
    const old = keepAfterMs === undefined ? [] : [...existing].filter((day) => day + DAY_MS <= keepAfterMs)
    for (const day of old) await client.query(`DROP TABLE ${nameOf(day)}`)
    if (keepAfterMs !== undefined) {
      const keptFrom = isoOf(dayOf(keepAfterMs))
      await client.query('DELETE FROM behaviour_event_default WHERE logged_on < $1::date', [keptFrom])
      // Answers are kept as long as what was done with them: neither teaches without the other.
      await client.query('DELETE FROM served_answer WHERE served_at < $1::date', [keptFrom])
    }
    return { made, dropped: old.length }
  })

const dayOf = (ms: number): number => Math.floor(ms / DAY_MS) * DAY_MS
const isoOf = (day: number): string => new Date(day).toISOString().slice(0, 10)
const nameOf = (day: number): string => `behaviour_event_${isoOf(day).replaceAll('-', '')}`

async function existingDays(client: pg.PoolClient): Promise<ReadonlySet<number>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = 'behaviour_event'::regclass`,
  )
  const days = rows.flatMap(({ name }) => {
    const [, year, month, day] = PARTITION.exec(name) ?? []
    return year && month && day ? [Date.UTC(Number(year), Number(month) - 1, Number(day))] : []
  })
  return new Set(days)
}

async function makePartition(client: pg.PoolClient, day: number): Promise<void> {
  const [from, to] = [isoOf(day), isoOf(day + DAY_MS)]
  await client.query('CREATE TEMP TABLE waiting ON COMMIT DROP AS SELECT * FROM behaviour_event_default WHERE false')
  await client.query(
    `WITH gone AS (DELETE FROM behaviour_event_default WHERE logged_on = $1::date RETURNING *) INSERT INTO waiting SELECT * FROM gone`,
    [from],
  )
  await client.query(
    `CREATE TABLE ${nameOf(day)} PARTITION OF behaviour_event FOR VALUES FROM ('${from}') TO ('${to}')`,
  )
  await client.query('INSERT INTO behaviour_event SELECT * FROM waiting')
  await client.query('DROP TABLE waiting')
}
