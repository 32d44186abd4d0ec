import { type FulfilmentView, fulfilmentViewSchema, type ReadyUnits } from '@selvedge/core'
import type pg from 'pg'

type Queryable = Pick<pg.Pool | pg.PoolClient, 'query'>

export type Allocated = ReadyUnits & { readonly waiting: number }

/**
 * What each place has set aside for an order and not sent: `units` can go now, `waiting` were promised from supply that
 * has not come. What is in a box already, or on its way into one, is nobody else's.
 */
export const readAllocated = async (db: Queryable, orderId: string): Promise<readonly Allocated[]> => {
  const { rows } = await db.query<Allocated>(
    `SELECT l.line_no AS "lineNo", l.sku, i.location_id AS "locationId", lo.code AS "locationCode", r.record_id AS "recordId",
      greatest(0, r.quantity - r.shipped - w.waiting - b.boxed) AS units, w.waiting
    FROM orders o JOIN order_line l ON l.order_id = o.id
    JOIN reservation r ON r.cart_id = o.cart_id AND r.id = l.hold_id AND r.state = 'committed'
      AND r.resolution IS DISTINCT FROM 'allocation-released'
    JOIN inventory_record i ON i.id = r.record_id JOIN location lo ON lo.id = i.location_id
    CROSS JOIN LATERAL (SELECT coalesce(sum(p.quantity - p.kept), 0)::int AS waiting FROM supply_promise p
      WHERE p.order_id = o.id AND p.line_no = l.line_no AND p.record_id = r.record_id AND p.state = 'open') w
    CROSS JOIN LATERAL (SELECT coalesce(sum(coalesce(pl.packed, pl.quantity)), 0)::int AS boxed FROM parcel_line pl
      JOIN parcel p ON p.id = pl.parcel_id WHERE p.order_id = o.id AND p.state IN ('picking', 'packed')
        AND pl.line_no = l.line_no AND pl.record_id = r.record_id) b
    WHERE o.id = $1 ORDER BY lo.priority, i.location_id, l.line_no`,
    [orderId],
  )
  return rows
}

type Row = { id: string; number: string; state: string; parcels: unknown[] | null }

/** Where an order stands on its way out; nothing when there is no such order. */
export const readFulfilment = async (db: Queryable, number: string): Promise<FulfilmentView | undefined> => {
  const { rows } = await db.query<Row>(
    `SELECT o.id, o.number, o.state, (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('parcelId', p.id, 'state', p.state,
        'locationId', p.location_id, 'locationCode', lo.code, 'carrier', p.carrier, 'trackingNumber', p.tracking_number,
        'startedAtMs', floor(extract(epoch FROM p.started_at) * 1000)::bigint,
        'shippedAtMs', floor(extract(epoch FROM p.shipped_at) * 1000)::bigint,
        'deliveredAtMs', floor(extract(epoch FROM p.delivered_at) * 1000)::bigint,
        'lines', (SELECT jsonb_agg(jsonb_build_object('lineNo', pl.line_no, 'sku', l.sku, 'quantity', pl.quantity, 'packed', pl.packed)
            ORDER BY pl.line_no) FROM parcel_line pl
          JOIN order_line l ON l.order_id = o.id AND l.line_no = pl.line_no WHERE pl.parcel_id = p.id)))
      ORDER BY p.started_at, p.id) FROM parcel p JOIN location lo ON lo.id = p.location_id WHERE p.order_id = o.id) AS parcels
    FROM orders o WHERE o.number = $1`,
    [number],
  )
  const row = rows[0]
  if (!row) return undefined
  const allocated = await readAllocated(db, row.id)
  return fulfilmentViewSchema.parse({
    orderId: row.id,
    number: row.number,
    state: row.state,
    ready: allocated.filter(({ units }) => units > 0),
    waiting: allocated.flatMap(({ lineNo, sku, waiting }) => (waiting > 0 ? [{ lineNo, sku, units: waiting }] : [])),
    parcels: row.parcels ?? [],
  })
}

/** As `readFulfilment`, of an order that is known to be there. */
export const shownFulfilment = async (db: Queryable, number: string): Promise<FulfilmentView> => {
  const view = await readFulfilment(db, number)
  if (!view) throw new Error(`order ${number} vanished`)
  return view
}
