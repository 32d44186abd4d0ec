import type { HeldReservation } from '@selvedge/core'
import type pg from 'pg'
import { likePattern } from './like-pattern'
import { RESERVATION_COLUMNS, type ReservationRow, summarise } from './read-reservations'

type HoldRow = ReservationRow & { title: string; colour: string; size: string; location_code: string }

/** Unexpired holds, soonest to end first, with the database's clock. `limit` counts holds, however many parts they have. */
export const readHolds = async (
  pool: pg.Pool,
  input: { limit: number; query?: string },
): Promise<{ now: Date; rows: readonly HeldReservation[] }> => {
  const { rows } = await pool.query<HoldRow | { now: Date; id: null }>(
    `WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now),
    soonest AS (
      SELECT r.cart_id, r.id, min(r.expires_at) AS ends FROM reservation r JOIN variant v ON v.id = r.variant_id JOIN product p ON p.id = v.product_id
      WHERE r.state = 'held' AND r.expires_at > (SELECT now FROM clock) AND ($2::text IS NULL OR v.sku ILIKE $2 OR p.title ILIKE $2)
      GROUP BY r.cart_id, r.id ORDER BY ends LIMIT $1)
    SELECT ${RESERVATION_COLUMNS}, p.title, v.colour, v.size, lo.code AS location_code FROM clock LEFT JOIN soonest s ON true
    LEFT JOIN reservation r ON r.cart_id = s.cart_id AND r.id = s.id
    LEFT JOIN variant v ON v.id = r.variant_id LEFT JOIN product p ON p.id = v.product_id
    LEFT JOIN inventory_record i ON i.id = r.record_id LEFT JOIN location lo ON lo.id = i.location_id ORDER BY s.ends, r.cart_id, r.id`,
    [input.limit, likePattern(input.query)],
  )
  const held = rows.filter((row): row is HoldRow => row.id !== null)
  const words = new Map(held.map(({ id, title, colour, size }) => [id, { productTitle: title, colour, size }]))
  const places = new Map(held.map((row) => [row.record_id, row.location_code]))
  return {
    now: rows[0]?.now ?? new Date(0),
    rows: summarise(held).map(({ parts, ...hold }) => ({
      ...hold,
      ...(words.get(hold.reservationId) ?? { productTitle: hold.sku, colour: '', size: '' }),
      parts: parts.map((part) => ({ ...part, locationCode: places.get(part.recordId) ?? '' })),
    })),
  }
}
