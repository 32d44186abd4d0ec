import type { Mailer } from '@selvedge/core'
import type pg from 'pg'
import { INSERT_ROOMS } from '../outbox/tell-rooms'

const CATCH = {
  name: 'mail-catch',
  text: `WITH caught AS (
    INSERT INTO caught_mail (message_id, recipient, subject, body, caught_at) VALUES ($1, $2, $3, $4, clock_timestamp())
    ON CONFLICT (message_id) DO NOTHING RETURNING 'mail'::text AS room
  ) ${INSERT_ROOMS('$1', 'caught')}`,
}

/**
 * The mailer of a shop without a mail server (port: core Mailer): takes every mail into the local post box, where the
 * back office shows it and follows. The same message id is kept once.
 */
export const createCatchingMailer = ({ pool }: { pool: pg.Pool }): Mailer => ({
  send: async ({ messageId, to, subject, text }) => {
    await pool.query({ ...CATCH, values: [messageId, to, subject, text] })
  },
})
