import { type BehaviourLog, type PersonKey, type RecordedSignal, recordedSignalSchema } from '@selvedge/core'
import type pg from 'pg'

type Row = {
  event_id: string
  person: string
  session_id: string | null
  sequence: number
  occurred_at: Date
  received_at: Date
  signal: unknown
}

// The day of receipt travels with the signal, so that one delivered twice meets itself in the same partition.
const APPEND = `
  INSERT INTO behaviour_event
    (logged_on, event_id, person, session_id, sequence, occurred_at, received_at, kind, product_id, signal)
  SELECT (received_at AT TIME ZONE 'UTC')::date, event_id, person, session_id, sequence, occurred_at, received_at,
         signal->>'kind', (signal->>'productId')::int, signal
  FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[], $5::timestamptz[], $6::timestamptz[], $7::jsonb[])
    AS row (event_id, person, session_id, sequence, occurred_at, received_at, signal)
  ON CONFLICT DO NOTHING`

// To whoever counts from here what went over is new under its name, and the name that it left has nothing any more.
const MERGE = `
  WITH moved AS (
    UPDATE behaviour_event SET person = $2, written_at = clock_timestamp() WHERE person = $1 RETURNING 1),
  noted AS (
    INSERT INTO left_name (person, left_at) SELECT $1, clock_timestamp() WHERE EXISTS (SELECT 1 FROM moved)
    ON CONFLICT (person) DO UPDATE SET left_at = excluded.left_at)
  SELECT count(*)::int AS signals FROM moved`

// The moment is kept with the erasure: what an account ordered before it teaches nothing under its name any more.
const ERASE = `
  WITH gone AS (DELETE FROM behaviour_event WHERE person = $1 RETURNING 1),
  noted AS (
    INSERT INTO erased_history (person, erased_at) VALUES ($1, clock_timestamp())
    ON CONFLICT (person) DO UPDATE SET erased_at = excluded.erased_at)
  SELECT count(*)::int AS signals FROM gone`

/** The behaviour log in PostgreSQL, written in bulk. */
export const createBehaviourLog = ({ pool }: { pool: pg.Pool }): BehaviourLog => ({
  append: async (signals) => {
    if (signals.length === 0) return 0
    const { rowCount } = await pool.query({
      name: 'behaviour-append',
      text: APPEND,
      values: [
        signals.map(({ eventId }) => eventId),
        signals.map(({ person }) => person),
        signals.map(({ sessionId }) => sessionId ?? null),
        signals.map(({ sequence }) => sequence),
        signals.map(({ occurredAtMs }) => new Date(occurredAtMs)),
        signals.map(({ receivedAtMs }) => new Date(receivedAtMs)),
        signals.map(({ signal }) => JSON.stringify(signal)),
      ],
    })
    return rowCount ?? 0
  },

  of: async (person, limit) => {
    const { rows } = await pool.query<Row>(
      `SELECT * FROM (
         SELECT event_id, person, session_id, sequence, occurred_at, received_at, signal FROM behaviour_event
         WHERE person = $1 ORDER BY occurred_at DESC LIMIT $2) latest
       ORDER BY occurred_at, sequence`,
      [person, limit],
    )
    return rows.map(signalOf)
  },

  // A loose scan of the index: one step per person, whatever the number of rows.
  people: async (after, limit) => {
    const { rows } = await pool.query<{ person: PersonKey }>(
      `WITH RECURSIVE one AS (
         (SELECT min(person) AS person, 1 AS n FROM behaviour_event WHERE person > $1)
         UNION ALL
         SELECT (SELECT min(person) FROM behaviour_event WHERE person > one.person), n + 1
         FROM one WHERE one.person IS NOT NULL AND n < $2)
       SELECT person FROM one WHERE person IS NOT NULL`,
      [after, limit],
    )
    return rows.map(({ person }) => person)
  },

  merge: async (guest, user) => {
    const { rows } = await pool.query<{ signals: number }>(MERGE, [guest, user])
    return rows[0]?.signals ?? 0
  },

  erase: async (person) => {
    const { rows } = await pool.query<{ signals: number }>(ERASE, [person])
    return rows[0]?.signals ?? 0
  },
})

const signalOf = (row: Row): RecordedSignal =>
  recordedSignalSchema.parse({
    eventId: row.event_id,
    person: row.person,
    ...(row.session_id === null ? {} : { sessionId: row.session_id }),
    sequence: row.sequence,
    occurredAtMs: row.occurred_at.getTime(),
    receivedAtMs: row.received_at.getTime(),
    signal: row.signal,
  })
