import { type Claimed, GIVE_UP_AFTER_MS, GIVE_UP_ATTEMPTS, type OutsideChange, type SendOutcome } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { tellRoom } from '../outbox/tell-rooms'

/** Changes that may wait for one endpoint; a receiver that is further behind reads the levels instead. */
const PENDING_MAX = 200_000
const ATTEMPTS_KEPT = 500

type EndpointRow = {
  id: string
  name: string
  url: string
  location_id: number | null
  sealed_secret: string
  failures: number
  inflight_seq: string | null
  resync: boolean
}

/** Takes an endpoint with its oldest changes. A failed request is repeated as it was, however much has come since. */
export const claimDelivery = (
  pool: pg.Pool,
  id: string,
  { leaseMs, limit }: { leaseMs: number; limit: number },
): Promise<Claimed | undefined> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<EndpointRow>(
      `UPDATE webhook_endpoint SET lease_until = clock_timestamp() + $2 * interval '1 millisecond'
        WHERE id = $1 AND state = 'active' AND (lease_until IS NULL OR lease_until <= clock_timestamp())
          AND (next_attempt_at IS NULL OR next_attempt_at <= clock_timestamp())
       RETURNING id, name, url, location_id, sealed_secret, failures, inflight_seq, resync`,
      [id, leaseMs],
    )
    const [row] = rows
    if (!row) return undefined
    const { rows: pending } = await client.query<{ seq: string; change: OutsideChange }>(
      `SELECT seq, change FROM webhook_pending WHERE endpoint_id = $1 AND ($2::bigint IS NULL OR seq <= $2)
        ORDER BY seq LIMIT $3`,
      [id, row.inflight_seq, limit],
    )
    const [first, last] = [pending[0], pending.at(-1)]
    if (!first || !last) {
      await client.query('UPDATE webhook_endpoint SET lease_until = NULL, inflight_seq = NULL WHERE id = $1', [id])
      return undefined
    }
    await client.query('UPDATE webhook_endpoint SET inflight_seq = $2 WHERE id = $1', [id, last.seq])
    const { url, name, sealed_secret: sealedSecret, failures } = row
    const place = row.location_id === null ? {} : { locationId: row.location_id }
    return {
      endpoint: { id, url, name, sealedSecret, failures, ...place },
      body: {
        deliveryId: `${id}:${first.seq}-${last.seq}`,
        ...(row.resync ? { resync: true } : {}),
        changes: pending.map(({ change }) => change),
      },
      lastSeq: last.seq,
    }
  })

/** Writes down how a try went, and what follows from it. */
export const settleDelivery = (
  pool: pg.Pool,
  { endpoint: { id }, body, lastSeq }: Claimed,
  outcome: SendOutcome,
  delayMs: number,
): Promise<'delivered' | 'waiting' | 'given-up'> =>
  inTransaction(pool, async (client) => {
    await tellRoom(client, 'webhook', body.deliveryId)
    await client.query(
      `INSERT INTO webhook_attempt (endpoint_id, changes, first_seq, last_seq, took_ms, status, error)
       SELECT id, $2, $3, $4, $5, $6, $7 FROM webhook_endpoint WHERE id = $1`,
      [
        id,
        body.changes.length,
        body.changes[0]?.seq ?? lastSeq,
        lastSeq,
        Math.round(outcome.tookMs),
        outcome.status ?? null,
        outcome.ok ? null : outcome.error,
      ],
    )
    await client.query(
      `DELETE FROM webhook_attempt WHERE endpoint_id = $1 AND id <= (SELECT id FROM webhook_attempt
         WHERE endpoint_id = $1 ORDER BY id DESC OFFSET $2 LIMIT 1)`,
      [id, ATTEMPTS_KEPT],
    )
    if (outcome.ok) {
      await client.query('DELETE FROM webhook_pending WHERE endpoint_id = $1 AND seq <= $2', [id, lastSeq])
      await client.query(
        `UPDATE webhook_endpoint SET failures = 0, failing_since = NULL, next_attempt_at = NULL, lease_until = NULL,
           inflight_seq = NULL, resync = false, last_delivered_at = clock_timestamp(), last_error = NULL WHERE id = $1`,
        [id],
      )
      return 'delivered'
    }
    const { rows } = await client.query<{ given_up: boolean; state: string }>(
      `UPDATE webhook_endpoint SET failures = failures + 1, failing_since = coalesce(failing_since, clock_timestamp()),
         next_attempt_at = clock_timestamp() + $2 * interval '1 millisecond', lease_until = NULL, last_error = $3
       WHERE id = $1
       RETURNING state, (failures >= $4 AND failing_since <= clock_timestamp() - $5 * interval '1 millisecond')
         OR (SELECT count(*) > $6 FROM webhook_pending WHERE endpoint_id = $1) AS given_up`,
      [id, delayMs, outcome.error, GIVE_UP_ATTEMPTS, GIVE_UP_AFTER_MS, PENDING_MAX],
    )
    if (rows[0]?.given_up !== true || rows[0].state !== 'active') return 'waiting'
    await disable(client, id, `gave up after a day of failures: ${outcome.error}`)
    return 'given-up'
  })

/** Nothing more is kept for it: enabled again it is told to read the levels. */
export const disable = async (client: pg.ClientBase, id: string, reason: string): Promise<number> => {
  const { rowCount } = await client.query(
    `UPDATE webhook_endpoint SET state = 'disabled', disabled_reason = $2, resync = true, inflight_seq = NULL,
       next_attempt_at = NULL WHERE id = $1`,
    [id, reason],
  )
  await client.query('DELETE FROM webhook_pending WHERE endpoint_id = $1', [id])
  return rowCount ?? 0
}
