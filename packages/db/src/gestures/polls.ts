import { type Poll, type PollMessage, pollSchema } from '@selvedge/core'
import type pg from 'pg'

/** Whether a poll is put to shoppers now. */
export const IS_OPEN = `is_active AND coalesce(starts_at <= clock_timestamp(), true) AND coalesce(ends_at > clock_timestamp(), true)`

const COLUMNS = 'id, question, options, is_active AS "isActive", position'

export const readOpenPoll = async (pool: pg.Pool, person: string): Promise<Poll | undefined> => {
  const { rows } = await pool.query(
    `SELECT ${COLUMNS} FROM poll p
     WHERE ${IS_OPEN} AND NOT EXISTS (SELECT 1 FROM poll_answer a WHERE a.poll_id = p.id AND a.person = $1)
     ORDER BY position, id LIMIT 1`,
    [person],
  )
  return rows[0] && pollSchema.parse(rows[0])
}

export const readPoll = async (pool: pg.Pool, pollId: string): Promise<Poll | undefined> => {
  const { rows } = await pool.query(`SELECT ${COLUMNS} FROM poll WHERE id = $1`, [pollId])
  return rows[0] && pollSchema.parse(rows[0])
}

/** Ids of the pieces of these slugs, in any order; what is gone is left out. */
export const readPieceIds = async (pool: pg.Pool, slugs: readonly string[]): Promise<readonly number[]> => {
  if (slugs.length === 0) return []
  const { rows } = await pool.query<{ id: number }>('SELECT id FROM product WHERE slug = ANY($1::text[]) ORDER BY id', [
    slugs,
  ])
  return rows.map(({ id }) => id)
}

/** Tells that a question or its answers moved, in the transaction of it: `$1` is the question. */
export const TELL_POLL = (type: PollMessage['type'], when: string): string =>
  `INSERT INTO outbox (topic, key, payload, correlation_id)
   SELECT 'poll', $1::text, json_build_object('topic', 'poll', 'type', '${type}', 'pollId', $1::text), 'poll:' || $1::text ${when}`

/**
 * The person's first answer is kept, a second one changes nothing. The poll's row is locked against changes while the
 * answer is written: nobody answers a question that reads otherwise by then.
 */
export const writePollAnswer = async (
  pool: pg.Pool,
  answer: { person: string; pollId: string; optionId: string },
): Promise<'counted' | 'again' | 'closed'> => {
  const { rows } = await pool.query<{ open: boolean; counted: boolean }>(
    `WITH asked AS (
       SELECT id FROM poll WHERE id = $1 AND ${IS_OPEN} AND options @> jsonb_build_array(jsonb_build_object('id', $3::text))
       FOR KEY SHARE),
     counted AS (
       INSERT INTO poll_answer (poll_id, person, option_id) SELECT id, $2, $3 FROM asked
       ON CONFLICT DO NOTHING RETURNING 1),
     told AS (${TELL_POLL('PollAnswered', 'FROM counted')})
     SELECT EXISTS (SELECT 1 FROM asked) AS open, EXISTS (SELECT 1 FROM counted) AS counted`,
    [answer.pollId, answer.person, answer.optionId],
  )
  const [row] = rows
  if (!row?.open) return 'closed'
  return row.counted ? 'counted' : 'again'
}
