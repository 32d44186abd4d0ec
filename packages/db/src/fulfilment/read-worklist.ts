import { type ShippingWorklist, type ShippingWorklistAsked, shippingWorklistSchema } from '@selvedge/core'
import type pg from 'pg'
import { likePattern } from '../inventory/like-pattern'
import { leavesBySql } from './leaves-by-sql'

// Boxes that are put back give their units back to `to_pick`; what waits for supply is nobody's work yet.
const WORKLIST = `WITH part AS (
    SELECT o.id AS order_id, i.location_id, l.line_no, r.record_id, b.picking, b.packed,
      coalesce(l.ship_by, ${leavesBySql('o.placed_at', 'lo.lead_days')}) AS leaves_by,
      greatest(0, r.quantity - r.shipped - w.waiting - b.picking - b.packed) AS to_pick
    FROM orders o JOIN order_line l ON l.order_id = o.id
    JOIN reservation r ON r.cart_id = o.cart_id AND r.id = l.hold_id AND r.state = 'committed'
      AND r.resolution IS DISTINCT FROM 'allocation-released' AND r.quantity > r.shipped
    JOIN inventory_record i ON i.id = r.record_id JOIN location lo ON lo.id = i.location_id
    CROSS JOIN LATERAL (SELECT coalesce(sum(p.quantity - p.kept), 0)::int AS waiting FROM supply_promise p
      WHERE p.order_id = o.id AND p.line_no = l.line_no AND p.record_id = r.record_id AND p.state = 'open') w
    CROSS JOIN LATERAL (SELECT coalesce(sum(pl.quantity) FILTER (WHERE p.state = 'picking'), 0)::int AS picking,
        coalesce(sum(pl.packed) FILTER (WHERE p.state = 'packed'), 0)::int AS packed FROM parcel p
      JOIN parcel_line pl ON pl.parcel_id = p.id WHERE p.order_id = o.id AND p.state IN ('picking', 'packed')
        AND pl.line_no = l.line_no AND pl.record_id = r.record_id) b
    WHERE o.state IN ('confirmed', 'part_shipped')
  ), task AS MATERIALIZED (
    SELECT order_id, location_id, min(leaves_by) AS leaves_by, sum(to_pick)::int AS to_pick, sum(picking)::int AS picking,
      sum(packed)::int AS packed FROM part WHERE to_pick + picking + packed > 0 GROUP BY order_id, location_id
  ), clock AS (SELECT (clock_timestamp() AT TIME ZONE 'UTC')::date AS today
  ), fits AS MATERIALIZED (
    SELECT t.* FROM task t JOIN orders o ON o.id = t.order_id CROSS JOIN clock
    WHERE ($2::int IS NULL OR t.location_id = $2) AND (NOT $3::boolean OR t.leaves_by < clock.today)
      AND ($1::text IS NULL OR o.number ILIKE $1 OR o.email ILIKE $1 OR o.address->>'name' ILIKE $1
        OR EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id AND l.sku ILIKE $1))
  )
  SELECT to_char(clock.today, 'YYYY-MM-DD') AS today, (SELECT count(*)::int FROM fits) AS total,
    (SELECT jsonb_agg(shown.task ORDER BY shown.nth) FROM (
      SELECT row_number() OVER oldest AS nth, jsonb_build_object('orderId', o.id, 'number', o.number, 'state', o.state,
          'locationId', lo.id, 'locationCode', lo.code, 'leavesBy', t.leaves_by, 'buyer', o.address->>'name',
          'placedAtMs', floor(extract(epoch FROM o.placed_at) * 1000)::bigint, 'country', o.address->>'country',
          'shippingMethod', o.shipping_method, 'toPick', t.to_pick, 'picking', t.picking, 'packed', t.packed) AS task
      FROM fits t JOIN orders o ON o.id = t.order_id JOIN location lo ON lo.id = t.location_id
      WINDOW oldest AS (ORDER BY t.leaves_by, o.placed_at, o.id, lo.priority, lo.id)
      ORDER BY nth LIMIT $4) shown) AS tasks,
    (SELECT jsonb_agg(place.it ORDER BY place.priority, place.id) FROM (
      SELECT lo.id, lo.priority, jsonb_build_object('locationId', lo.id, 'code', lo.code, 'name', lo.name, 'orders', count(*),
        'units', sum(t.to_pick + t.picking + t.packed), 'late', count(*) FILTER (WHERE t.leaves_by < clock.today)) AS it
      FROM task t JOIN location lo ON lo.id = t.location_id GROUP BY lo.id) place) AS places
  FROM clock`

type Row = { today: string; total: number; tasks: unknown[] | null; places: unknown[] | null }

/** What waits to be sent, by order and place, the oldest promise first. */
export const readWorklist = async (
  pool: pg.Pool,
  { query, locationId, onlyLate = false, limit }: ShippingWorklistAsked,
): Promise<ShippingWorklist> => {
  const { rows } = await pool.query<Row>(WORKLIST, [likePattern(query), locationId ?? null, onlyLate, limit])
  const row = rows[0]
  if (!row) throw new Error('the database told no day')
  return shippingWorklistSchema.parse({ ...row, tasks: row.tasks ?? [], places: row.places ?? [] })
}
