import {
  accept,
  availableToSell,
  type ChangePage,
  type LevelPage,
  type Result,
  reject,
  type StockMessage,
  type SyncRejection,
  stockMessageSchema,
} from '@selvedge/core'
import type pg from 'pg'
import { STAMP_ROW } from '../outbox/stamp-outbox'

/** Rows of the outbox looked at for one page at most, whatever location is asked for. */
const SCAN_MAX = 5_000

type Row = { seq: string; payload: unknown; recorded_at: Date; sku: string; location: string }

/** Stock changes after a cursor. `next` moves on over changes of other locations too, so that nobody reads them twice. */
export const readChanges = async (
  pool: pg.Pool,
  { after, locationId, limit }: { after: bigint; locationId?: number; limit: number },
): Promise<Result<ChangePage, SyncRejection>> => {
  const { rows: edges } = await pool.query<{ oldest: string | null; last: string | null }>(
    `SELECT (SELECT min(seq) FROM outbox WHERE seq IS NOT NULL)::text AS oldest,
            (SELECT seq FROM outbox_cursor WHERE sink = $1)::text AS last`,
    [STAMP_ROW],
  )
  const last = BigInt(edges[0]?.last ?? '0')
  const oldest = edges[0]?.oldest === null || edges[0] === undefined ? last + 1n : BigInt(edges[0].oldest)
  if (after + 1n < oldest) return reject({ code: 'CURSOR_TOO_OLD', resumeAfter: String(last) })
  const { rows } = await pool.query<Row>(READ, [String(after), SCAN_MAX, locationId ?? null, limit])
  const until = after + BigInt(SCAN_MAX) < last ? after + BigInt(SCAN_MAX) : last
  const lastShown = rows.at(-1)
  const isFull = rows.length === limit && lastShown !== undefined
  const next = isFull ? BigInt(lastShown.seq) : until > after ? until : after
  return accept({ changes: rows.map(toChange), next: String(next), more: next < last })
}

const READ = `
  SELECT o.seq::text AS seq, o.payload, o.recorded_at, v.sku, p.code AS location
    FROM outbox o
    JOIN variant v ON v.id = (o.payload->>'variantId')::int
    JOIN location p ON p.id = (o.payload->>'locationId')::int
   WHERE o.seq > $1 AND o.seq <= $1::bigint + $2::bigint AND o.topic = 'stock'
     AND ($3::int IS NULL OR (o.payload->>'locationId')::int = $3)
   ORDER BY o.seq LIMIT $4`

const toChange = ({ seq, payload, recorded_at, sku, location }: Row) =>
  changeOf(stockMessageSchema.parse(payload), { seq, recordedAt: recorded_at, sku, location })

/** A stock message in the words that leave the house. */
export const changeOf = (
  { type, recordId, version, quantity, level }: StockMessage,
  { seq, recordedAt, sku, location }: { seq: string; recordedAt: Date; sku: string; location: string },
) => {
  const { onHand, reserved, allocated, unavailable } = level
  const available = availableToSell({ ...level, version, oversellCap: 0 })
  const where = { seq, type, sku, location, recordId, version, quantity }
  return { ...where, onHand, reserved, allocated, unavailable, available, recordedAt: recordedAt.toISOString() }
}

/** Levels by record id. The cursor is read first: what is in the levels may come again as a change, never be missed. */
export const readLevelPage = async (
  pool: pg.Pool,
  { afterRecordId, locationId, limit }: { afterRecordId: number; locationId?: number; limit: number },
): Promise<LevelPage> => {
  const cursor = await pool.query<{ seq: string }>('SELECT seq::text AS seq FROM outbox_cursor WHERE sink = $1', [
    STAMP_ROW,
  ])
  const { rows } = await pool.query<LevelPage['levels'][number]>(
    `SELECT v.sku, p.code AS location, l.record_id AS "recordId", l.version, l.on_hand AS "onHand", l.reserved,
            l.allocated, l.unavailable,
            greatest(0, l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock) AS available
       FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN location p ON p.id = l.location_id
      WHERE l.record_id > $1 AND ($2::int IS NULL OR l.location_id = $2) ORDER BY l.record_id LIMIT $3`,
    [afterRecordId, locationId ?? null, limit],
  )
  return {
    levels: rows,
    changesAfter: cursor.rows[0]?.seq ?? '0',
    nextAfterRecordId: rows.length === limit ? (rows.at(-1)?.recordId ?? null) : null,
  }
}
