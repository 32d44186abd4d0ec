import { type ActionJournal, roomsOfAction, type StaffAction, writtenInput } from '@selvedge/core'
import type pg from 'pg'
import { likePattern } from '../inventory/like-pattern'
import { INSERT_ROOMS } from '../outbox/tell-rooms'

type Row = {
  id: string
  asked_at: Date
  actor: string
  actor_name: string | null
  procedure: string
  input: unknown
  correlation_id: string
  outcome: string | null
  before: unknown
}

const LIST = `SELECT a.id, a.asked_at, a.actor, u.name AS actor_name, a.procedure, a.input, a.correlation_id, a.outcome, a.before
  FROM staff_action a LEFT JOIN users u ON 'staff:' || u.id = a.actor
  WHERE ($1::bigint IS NULL OR a.id < $1) AND ($2::text IS NULL OR a.procedure ILIKE $2 OR u.name ILIKE $2
    OR a.correlation_id ILIKE $2 OR a.input::text ILIKE $2)
  ORDER BY a.id DESC LIMIT $3`

const ENDED = `WITH ended AS (
    UPDATE staff_action SET outcome = $2, before = $3, ended_at = clock_timestamp() WHERE id = $1 RETURNING correlation_id
  ) ${INSERT_ROOMS('ended.correlation_id', 'ended, unnest($4::text[]) AS room')}`

const toAction = (row: Row): StaffAction => ({
  id: Number(row.id),
  askedAt: row.asked_at,
  actor: row.actor,
  procedure: row.procedure,
  input: row.input,
  correlationId: row.correlation_id,
  ...(row.actor_name === null ? {} : { actorName: row.actor_name }),
  ...(row.outcome === null ? {} : { outcome: row.outcome }),
  ...(row.before === null ? {} : { before: row.before }),
})

/** What staff did, over PostgreSQL, which refuses to change it (port: core ActionJournal). */
export const createActionJournal = ({ pool }: { pool: pg.Pool }): ActionJournal => ({
  asked: async ({ actor, correlationId }, procedure, input) => {
    const { rows } = await pool.query<{ id: string }>(
      'INSERT INTO staff_action (actor, procedure, input, correlation_id) VALUES ($1, $2, $3, $4) RETURNING id',
      [actor, procedure, JSON.stringify(writtenInput(input)), correlationId],
    )
    return Number(rows[0]?.id)
  },
  ended: async (id, procedure, outcome, before) => {
    const left = before === undefined ? null : JSON.stringify(writtenInput(before))
    await pool.query(ENDED, [id, outcome, left, roomsOfAction(procedure, outcome)])
  },
  list: async ({ beforeId, find, limit }) => {
    const { rows } = await pool.query<Row>(LIST, [beforeId ?? null, likePattern(find), limit])
    return rows.map(toAction)
  },
})
