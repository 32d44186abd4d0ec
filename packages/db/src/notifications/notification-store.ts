import { randomUUID } from 'node:crypto'
import { NOTICE_KINDS, type NoticeView, type NotificationStore, type PostedNotice } from '@selvedge/core'
import type pg from 'pg'
import { z } from 'zod'

const COLUMNS = 'id, kind, recipient, subject, body, link, state, attempts, last_fault, created_at'

const kindSchema = z.enum(NOTICE_KINDS)
const rowSchema = z.object({
  id: z.string(),
  kind: kindSchema,
  recipient: z.string(),
  subject: z.string(),
  body: z.string(),
  link: z.string().nullable(),
  state: z.enum(['queued', 'sent', 'failed']),
  attempts: z.int(),
  last_fault: z.string().nullable(),
  created_at: z.date(),
})

const toPosted = (raw: unknown): PostedNotice => {
  const row = rowSchema.parse(raw)
  return {
    id: row.id,
    kind: row.kind,
    to: row.recipient,
    subject: row.subject,
    body: row.body,
    ...(row.link === null ? {} : { link: row.link }),
    atMs: row.created_at.getTime(),
    mailed: row.state === 'sent',
    state: row.state,
    attempts: row.attempts,
    ...(row.last_fault === null ? {} : { lastFault: row.last_fault }),
  }
}

const toView = (raw: unknown): NoticeView => {
  const { to: _to, state: _state, attempts: _attempts, lastFault: _fault, ...view } = toPosted(raw)
  return view
}

/** What customers are told, in PostgreSQL (port: core NotificationStore). */
export const createNotificationStore = ({ pool }: { pool: pg.Pool }): NotificationStore => ({
  add: async (notices) => {
    if (notices.length === 0) return 0
    const { rowCount } = await pool.query(
      `INSERT INTO notification (id, dedupe_key, kind, recipient, user_id, order_id, subject, body, link, correlation_id,
        next_attempt_at, created_at)
      SELECT n.*, clock_timestamp(), clock_timestamp() FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[],
        $7::text[], $8::text[], $9::text[], $10::text[]) AS n
      ON CONFLICT (dedupe_key) DO NOTHING`,
      [
        notices.map(() => randomUUID()),
        notices.map((notice) => notice.dedupeKey),
        notices.map((notice) => notice.kind),
        notices.map((notice) => notice.to),
        notices.map((notice) => notice.userId ?? null),
        notices.map((notice) => notice.orderId ?? null),
        notices.map((notice) => notice.subject),
        notices.map((notice) => notice.body),
        notices.map((notice) => notice.link ?? null),
        notices.map((notice) => notice.correlationId),
      ],
    )
    return rowCount ?? 0
  },
  take: async (limit, leaseMs) => {
    const { rows } = await pool.query<{
      id: string
      kind: string
      recipient: string
      subject: string
      body: string
      link: string | null
      attempts: number
    }>(
      `UPDATE notification n SET next_attempt_at = clock_timestamp() + $2 * interval '1 millisecond'
      FROM (SELECT id FROM notification WHERE state = 'queued' AND next_attempt_at <= clock_timestamp()
        ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED) due
      WHERE n.id = due.id RETURNING n.id, n.kind, n.recipient, n.subject, n.body, n.link, n.attempts`,
      [limit, leaseMs],
    )
    return rows.map(({ recipient: to, kind, link, ...row }) => ({
      ...row,
      kind: kindSchema.parse(kind),
      to,
      ...(link === null ? {} : { link }),
    }))
  },
  sent: async (id) => {
    await pool.query(
      `UPDATE notification SET state = 'sent', sent_at = clock_timestamp(), attempts = attempts + 1, last_fault = NULL WHERE id = $1`,
      [id],
    )
  },
  failed: async (id, fault, retryInMs) => {
    await pool.query(
      `UPDATE notification SET attempts = attempts + 1, last_fault = $2, state = CASE WHEN $3::int IS NULL THEN 'failed' ELSE 'queued' END,
        next_attempt_at = clock_timestamp() + coalesce($3::int, 0) * interval '1 millisecond' WHERE id = $1 AND state = 'queued'`,
      [id, fault, retryInMs ?? null],
    )
  },
  ofOrder: async (orderId) => {
    const { rows } = await pool.query(
      `SELECT ${COLUMNS} FROM notification WHERE order_id = $1 ORDER BY created_at DESC, id LIMIT 100`,
      [orderId],
    )
    return rows.map(toView)
  },
  ofUser: async (userId, limit) => {
    const { rows } = await pool.query(
      `SELECT ${COLUMNS} FROM notification WHERE user_id = $1 ORDER BY created_at DESC, id LIMIT $2`,
      [userId, limit],
    )
    return rows.map(toView)
  },
  recent: async (limit) => {
    const { rows } = await pool.query(`SELECT ${COLUMNS} FROM notification ORDER BY created_at DESC, id LIMIT $1`, [
      limit,
    ])
    return rows.map(toPosted)
  },
})
