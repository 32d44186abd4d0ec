import type { CaughtMail } from '@selvedge/core'
import type pg from 'pg'

/** What the catching mailer holds, newest first. */
export const readCaughtMail = async (pool: pg.Pool, limit: number): Promise<readonly CaughtMail[]> => {
  const { rows } = await pool.query<Omit<CaughtMail, 'atMs'> & { at: Date }>(
    `SELECT message_id AS "messageId", recipient AS "to", subject, body, caught_at AS at FROM caught_mail
    ORDER BY caught_at DESC, message_id LIMIT $1`,
    [limit],
  )
  return rows.map(({ at, ...mail }) => ({ ...mail, atMs: at.getTime() }))
}
