import {
  accept,
  COUNT_LINES_MAX,
  type CountRejection,
  type OpenCount,
  type Origin,
  type Result,
  reject,
} from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { likePattern } from '../inventory/like-pattern'

type Opened = Result<{ countId: number }, CountRejection>

// What was never stocked has no shelf: a record at version 0 is only a place held free.
const FOUND = `SELECT l.record_id, l.variant_id FROM stock_level l JOIN variant v ON v.id = l.variant_id
  JOIN product p ON p.id = v.product_id JOIN brand b ON b.id = p.brand_id
  WHERE l.location_id = $1 AND l.version > 0 AND ($2::text IS NULL OR v.sku ILIKE $2 OR p.title ILIKE $2 OR b.name ILIKE $2)
    AND ($3::text IS NULL OR p.category = $3)`

/** Opens a count of a place or a part of it: one line a record, nothing looked at yet. */
export const openCount = (pool: pg.Pool, origin: Origin, request: OpenCount): Promise<Opened> =>
  inTransaction(pool, async (client): Promise<Opened> => {
    const { requestId, locationId, query, category, recountUnits, recountPercent } = request
    const earlier = await client.query<{ id: number }>('SELECT id FROM stock_count WHERE request_id = $1', [requestId])
    if (earlier.rows[0]) return accept({ countId: earlier.rows[0].id })
    const place = await client.query('SELECT 1 FROM location WHERE id = $1', [locationId])
    if (place.rowCount === 0) return reject({ code: 'UNKNOWN_LOCATION', locationId })
    const values = [locationId, likePattern(query), category ?? null]
    const { rows: sizes } = await client.query<{ lines: number }>(
      `SELECT count(*)::int AS lines FROM (${FOUND}) f`,
      values,
    )
    const lines = sizes[0]?.lines ?? 0
    if (lines === 0) return reject({ code: 'COUNT_FINDS_NOTHING', locationId })
    if (lines > COUNT_LINES_MAX) return reject({ code: 'COUNT_TOO_LARGE', lines, limit: COUNT_LINES_MAX })

    const filter = [query === undefined ? undefined : `“${query}”`, category].filter(Boolean).join(', ') || 'everything'
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO stock_count (request_id, location_id, filter, recount_units, recount_percent, created_by, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp()) RETURNING id`,
      [requestId, locationId, filter, recountUnits, recountPercent, origin.actor],
    )
    const countId = rows[0]?.id
    if (countId === undefined) throw new Error('the count was not written')
    await client.query(
      `INSERT INTO stock_count_line (count_id, record_id, variant_id) SELECT $4, f.record_id, f.variant_id FROM (${FOUND}) f`,
      [...values, countId],
    )
    return accept({ countId })
  })
