import { type Poll, pollSchema } from '@selvedge/core'
import type pg from 'pg'

const COLUMNS = 'id, question, options, is_active AS "isActive", position'

export const readOpenPoll = async (pool: pg.Pool, person: string): Promise<Poll | undefined> => {
  const { rows } = await pool.query(
    `SELECT ${COLUMNS} FROM poll p
     WHERE is_active AND NOT EXISTS (SELECT 1 FROM poll_answer a WHERE a.poll_id = p.id AND a.person = $1)
     ORDER BY position, id LIMIT 1`,
    [person],
  )
  return rows[0] && pollSchema.parse(rows[0])
}

export const readPoll = async (pool: pg.Pool, pollId: string): Promise<Poll | undefined> => {
  const { rows } = await pool.query(`SELECT ${COLUMNS} FROM poll WHERE id = $1`, [pollId])
  return rows[0] && pollSchema.parse(rows[0])
}

/** Answers whether this was the person's first answer; a second one changes nothing. */
export const writePollAnswer = async (
  pool: pg.Pool,
  answer: { person: string; pollId: string; optionId: string },
): Promise<boolean> => {
  const { rowCount } = await pool.query(
    'INSERT INTO poll_answer (poll_id, person, option_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [answer.pollId, answer.person, answer.optionId],
  )
  return rowCount === 1
}
