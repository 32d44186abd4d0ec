import type { Sink, StockMessage } from '@selvedge/core'
import type pg from 'pg'
import { changeOf } from '../sync/read-changes'

/** Puts every stock change before the endpoints that hear of its location. The same change twice is one. */
export const createWebhookSink = ({ pool }: { pool: pg.Pool }): Sink => ({
  name: 'webhooks',
  gatherMs: 250,
  handle: async (messages) => {
    const stock = messages.flatMap(({ message, seq, recordedAt }) =>
      message.topic === 'stock' ? [{ message, seq: String(seq), recordedAt }] : [],
    )
    if (stock.length === 0) return
    const { rows: endpoints } = await pool.query<{ id: string; location_id: number | null }>(
      `SELECT id, location_id FROM webhook_endpoint WHERE state = 'active'`,
    )
    if (endpoints.length === 0) return
    const words = await readWords(
      pool,
      stock.map(({ message }) => message),
    )
    const pending = endpoints.flatMap(({ id, location_id }) =>
      stock.flatMap(({ message, seq, recordedAt }) => {
        if (location_id !== null && location_id !== message.locationId) return []
        const sku = words.skus.get(message.variantId)
        const location = words.locations.get(message.locationId)
        if (sku === undefined || location === undefined) return []
        return [{ id, seq, change: JSON.stringify(changeOf(message, { seq, recordedAt, sku, location })) }]
      }),
    )
    await pool.query(
      `INSERT INTO webhook_pending (endpoint_id, seq, change)
       SELECT p.* FROM unnest($1::uuid[], $2::bigint[], $3::jsonb[]) AS p(endpoint_id, seq, change)
         JOIN webhook_endpoint e ON e.id = p.endpoint_id ON CONFLICT DO NOTHING`,
      [pending.map(({ id }) => id), pending.map(({ seq }) => seq), pending.map(({ change }) => change)],
    )
  },
})

const readWords = async (pool: pg.Pool, messages: readonly StockMessage[]) => {
  const skus = await pool.query<{ id: number; sku: string }>('SELECT id, sku FROM variant WHERE id = ANY($1::int[])', [
    [...new Set(messages.map(({ variantId }) => variantId))],
  ])
  const locations = await pool.query<{ id: number; code: string }>('SELECT id, code FROM location')
  return {
    skus: new Map(skus.rows.map(({ id, sku }) => [id, sku])),
    locations: new Map(locations.rows.map(({ id, code }) => [id, code])),
  }
}
