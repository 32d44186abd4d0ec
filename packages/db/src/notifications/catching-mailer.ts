import type { Mailer } from '@selvedge/core'
import type pg from 'pg'

/**
 * The mailer of a shop without a mail server (port: core Mailer): takes every mail into the local post box, where the
 * back office shows it. The same message id is kept once.
 */
export const createCatchingMailer = ({ pool }: { pool: pg.Pool }): Mailer => ({
  send: async ({ messageId, to, subject, text }) => {
    await pool.query(
      `INSERT INTO caught_mail (message_id, recipient, subject, body, caught_at) VALUES ($1, $2, $3, $4, clock_timestamp())
      ON CONFLICT (message_id) DO NOTHING`,
      [messageId, to, subject, text],
    )
  },
})
