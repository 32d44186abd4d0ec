import { holdReceipt, type ReservationPart, type ReservationSummary } from '@selvedge/core'
import type pg from 'pg'
import { type PartRow, toPart } from './rows'

export type ReservationRow = PartRow & { sku: string; now: Date }

export const RESERVATION_COLUMNS = `r.cart_id, r.id, r.record_id, r.variant_id, r.quantity, r.requested_units, r.granted_units,
  r.future_units, r.shipped, r.expires_at, r.extensions, r.held_at,
  r.shopper_id, r.address_key, r.resolution, r.correlation_id,
  CASE WHEN r.state = 'held' AND r.expires_at <= clock.now THEN 'expired' ELSE r.state END AS state, v.sku, clock.now`

/** Parts grouped into the reservations they belong to, in the order they came. */
export const summarise = (rows: readonly ReservationRow[]): ReservationSummary[] => {
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
  const { rows } = await pool.query<ReservationRow | { now: Date; id: null }>({
    name: 'reservations-of-cart',
    text: `WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now)
      SELECT ${RESERVATION_COLUMNS} FROM clock LEFT JOIN reservation r ON r.cart_id = $1 AND r.id = ANY($2::uuid[]) LEFT JOIN variant v ON v.id = r.variant_id`,
    values: [cartId, ids],
  })
  const now = rows[0]?.now ?? new Date(0)
  return { now, rows: summarise(rows.filter((row): row is ReservationRow => row.id !== null)) }
}
