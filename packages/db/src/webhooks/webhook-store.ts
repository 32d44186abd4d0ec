import type { WebhookAttempt, WebhookEndpointRow, WebhookStore } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { claimDelivery, disable, settleDelivery } from './claim-delivery'

type Row = {
  id: string
  name: string
  url: string
  location_id: number | null
  location_code: string | null
  state: 'active' | 'disabled'
  disabled_reason: string | null
  created_at: Date
  failures: number
  next_attempt_at: Date | null
  last_delivered_at: Date | null
  last_error: string | null
  pending: number
  delivered: number
}

const toEndpoint = (row: Row): WebhookEndpointRow => ({
  id: row.id,
  name: row.name,
  url: row.url,
  state: row.state,
  createdAt: row.created_at,
  failures: row.failures,
  pending: row.pending,
  delivered24h: row.delivered,
  ...(row.location_id === null ? {} : { locationId: row.location_id }),
  ...(row.location_code === null ? {} : { locationCode: row.location_code }),
  ...(row.disabled_reason === null ? {} : { disabledReason: row.disabled_reason }),
  ...(row.next_attempt_at === null ? {} : { nextAttemptAt: row.next_attempt_at }),
  ...(row.last_delivered_at === null ? {} : { lastDeliveredAt: row.last_delivered_at }),
  ...(row.last_error === null ? {} : { lastError: row.last_error }),
})

type AttemptRow = {
  id: string
  at: Date
  changes: number
  first_seq: string
  last_seq: string
  took_ms: number
  status: number | null
  error: string | null
}

const toAttempt = (row: AttemptRow): WebhookAttempt => ({
  id: row.id,
  at: row.at,
  changes: row.changes,
  firstSeq: row.first_seq,
  lastSeq: row.last_seq,
  tookMs: row.took_ms,
  ...(row.status === null ? {} : { status: row.status }),
  ...(row.error === null ? {} : { error: row.error }),
})

/** Webhook endpoints and what waits for them, over PostgreSQL (port: core WebhookStore). */
export const createWebhookStore = ({ pool }: { pool: pg.Pool }): WebhookStore => {
  const changed = async (text: string, values: readonly unknown[]): Promise<boolean> =>
    ((await pool.query(text, [...values])).rowCount ?? 0) > 0
  return {
    endpoints: async () => {
      const { rows } = await pool.query<Row>(
        `SELECT e.*, p.code AS location_code,
           (SELECT count(*)::int FROM webhook_pending w WHERE w.endpoint_id = e.id) AS pending,
           (SELECT coalesce(sum(a.changes), 0)::int FROM webhook_attempt a WHERE a.endpoint_id = e.id AND a.error IS NULL
             AND a.at > clock_timestamp() - interval '1 day') AS delivered
         FROM webhook_endpoint e LEFT JOIN location p ON p.id = e.location_id ORDER BY e.name, e.id`,
      )
      return rows.map(toEndpoint)
    },
    attempts: async (endpointId, limit) => {
      const { rows } = await pool.query<AttemptRow>(
        'SELECT * FROM webhook_attempt WHERE endpoint_id = $1 ORDER BY id DESC LIMIT $2',
        [endpointId, limit],
      )
      return rows.map(toAttempt)
    },
    add: async ({ id, name, url, locationId, sealedSecret, actor }) => {
      await pool.query(
        `INSERT INTO webhook_endpoint (id, name, url, location_id, sealed_secret, created_by) VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, name, url, locationId ?? null, sealedSecret, actor],
      )
    },
    rotate: (id, sealedSecret) =>
      changed('UPDATE webhook_endpoint SET sealed_secret = $2 WHERE id = $1', [id, sealedSecret]),
    setState: async (id, state, reason) => {
      if (state === 'disabled')
        return (await inTransaction(pool, (client) => disable(client, id, reason ?? 'disabled'))) > 0
      return changed(
        `UPDATE webhook_endpoint SET state = 'active', disabled_reason = NULL, failures = 0, failing_since = NULL,
           next_attempt_at = NULL WHERE id = $1`,
        [id],
      )
    },
    retryNow: (id) =>
      changed(`UPDATE webhook_endpoint SET next_attempt_at = NULL WHERE id = $1 AND state = 'active'`, [id]),
    remove: (id) => changed('DELETE FROM webhook_endpoint WHERE id = $1', [id]),
    due: async (limit) => {
      const { rows } = await pool.query<{ id: string }>(
        `SELECT id FROM webhook_endpoint e WHERE state = 'active'
           AND (next_attempt_at IS NULL OR next_attempt_at <= clock_timestamp())
           AND (lease_until IS NULL OR lease_until <= clock_timestamp())
           AND EXISTS (SELECT 1 FROM webhook_pending w WHERE w.endpoint_id = e.id)
         ORDER BY next_attempt_at NULLS FIRST LIMIT $1`,
        [limit],
      )
      return rows.map(({ id }) => id)
    },
    claim: (id, input) => claimDelivery(pool, id, input),
    settle: (claimed, outcome, delayMs) => settleDelivery(pool, claimed, outcome, delayMs),
  }
}
