import {
  type AcknowledgeAlerts,
  type AlertDesk,
  type AlertFact,
  type AlertFilter,
  type AlertKind,
  type AlertSeverity,
  accept,
  reject,
  type StaffAlert,
} from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'

type Row = {
  id: number
  kind: AlertKind
  severity: AlertSeverity
  state: StaffAlert['state']
  subject: string
  facts: AlertFact[]
  link: string
  times: number
  raised_at: Date
  resolved_at: Date | null
  acknowledged_at: Date | null
  acknowledged_by: string | null
  note: string | null
}

const viewOf = (row: Row): StaffAlert => ({
  id: row.id,
  kind: row.kind,
  severity: row.severity,
  state: row.state,
  subject: row.subject,
  facts: row.facts,
  link: row.link,
  times: row.times,
  raisedAt: row.raised_at,
  ...(row.resolved_at === null ? {} : { resolvedAt: row.resolved_at }),
  ...(row.acknowledged_at === null ? {} : { acknowledgedAt: row.acknowledged_at }),
  ...(row.acknowledged_by === null ? {} : { acknowledgedBy: row.acknowledged_by }),
  ...(row.note === null ? {} : { note: row.note }),
})

/** Alerts to look at and to acknowledge (port: core AlertDesk). */
export const createAlertDesk = ({ pool }: { pool: pg.Pool }): AlertDesk => ({
  list: async ({ state, kind, severity, limit }: AlertFilter) => {
    const { rows } = await pool.query<Row>(
      `SELECT id, kind, severity, state, subject, facts, link, times, raised_at, resolved_at, acknowledged_at, acknowledged_by, note
      FROM alert WHERE state = $1 AND ($2::text IS NULL OR kind = $2) AND ($3::text IS NULL OR severity = $3)
      ORDER BY array_position(ARRAY['critical', 'warning', 'notice'], severity), coalesce(resolved_at, raised_at) DESC, id DESC LIMIT $4`,
      [state, kind ?? null, severity ?? null, limit],
    )
    return rows.map(viewOf)
  },

  counts: async () => {
    const { rows } = await pool.query<{ open: number; critical: number }>(
      `SELECT count(*)::int AS open, count(*) FILTER (WHERE severity = 'critical')::int AS critical FROM alert WHERE state = 'open'`,
    )
    return rows[0] ?? { open: 0, critical: 0 }
  },

  acknowledge: ({ ids, note }: AcknowledgeAlerts, actor) =>
    inTransaction(pool, async (client) => {
      const known = await client.query<{ id: number }>(
        'SELECT id FROM alert WHERE id = ANY($1::int[]) ORDER BY id FOR UPDATE',
        [ids],
      )
      const missing = ids.find((id) => !known.rows.some((row) => row.id === id))
      if (missing !== undefined) return reject({ code: 'ALERT_NOT_FOUND', alertId: missing } as const)
      const { rowCount } = await client.query(
        `UPDATE alert SET state = 'acknowledged', acknowledged_at = clock_timestamp(), acknowledged_by = $2, note = $3
        WHERE id = ANY($1::int[]) AND state = 'open'`,
        [ids, actor, note || null],
      )
      return accept({ acknowledged: rowCount ?? 0 })
    }),
})
