import { holdReceipt, type ReservationPart, type ReservationSummary } from '@selvedge/core'
import type pg from 'pg'
import { toPart, type UnderLockRow } from './rows'

type Row = Omit<UnderLockRow, 'kind' | 'at'> & { sku: string; now: Date }

const COLUMNS = `r.cart_id, r.id, r.record_id, r.variant_id, r.quantity, r.requested_units, r.expires_at, r.extensions, r.held_at,
  r.shopper_id, r.address_key, r.resolution,
  CASE WHEN r.state = 'held' AND r.expires_at <= clock.now THEN 'expired' ELSE r.state END AS state, v.sku, clock.now`

const summaries = (rows: readonly Row[]): ReservationSummary[] => {
  const groups = new Map<string, { sku: string; parts: ReservationPart[] }>()
  for (const row of rows) {
    const key = `${row.cart_id}|${row.id}`
    const group = groups.get(key)
    if (group) group.parts.push(toPart(row))
    else groups.set(key, { sku: row.sku, parts: [toPart(row)] })
  }
  return [...groups.values()].flatMap(({ sku, parts }) => {
    const first = parts[0]
    if (!first) return []
    const resolution = first.resolution === undefined ? {} : { resolution: first.resolution }
    return [{ ...holdReceipt(parts), cartId: first.cartId, sku, heldAt: first.heldAt, ...resolution }]
  })
}

/** A cart's reservations by id. A hold past its expiry reads as expired, whoever has or has not expired it. */
export const readReservations = async (
  pool: pg.Pool,
  cartId: string,
  ids: readonly string[],
): Promise<{ now: Date; rows: readonly ReservationSummary[] }> => {
  const { rows } = await pool.query<Row | { now: Date; id: null }>({
    name: 'reservations-of-cart',
    text: `WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now)
      SELECT ${COLUMNS} FROM clock LEFT JOIN reservation r ON r.cart_id = $1 AND r.id = ANY($2::uuid[]) LEFT JOIN variant v ON v.id = r.variant_id`,
    values: [cartId, ids],
  })
  const now = rows[0]?.now ?? new Date(0)
  return { now, rows: summaries(rows.filter((row): row is Row => row.id !== null)) }
}

/** Unexpired holds, soonest to end first; `query` matches the SKU. */
export const readHolds = async (
  pool: pg.Pool,
  input: { limit: number; query?: string },
): Promise<ReservationSummary[]> => {
  const { rows } = await pool.query<Row>(
    `WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now)
    SELECT ${COLUMNS} FROM clock, reservation r JOIN variant v ON v.id = r.variant_id
    WHERE r.state = 'held' AND r.expires_at > (SELECT now FROM clock) AND ($2::text IS NULL OR v.sku ILIKE '%' || $2 || '%')
    ORDER BY r.expires_at LIMIT $1`,
    [input.limit, input.query ?? null],
  )
  return summaries(rows)
}
