import { type OrderView, orderViewSchema, type StoredOrder } from '@selvedge/core'
import { z } from 'zod'

/** The promises of a line as one: the whole is kept when every part is, and asked when any part is. */
const PROMISE = `SELECT jsonb_strip_nulls(jsonb_build_object('kind', max(p.kind), 'units', sum(p.quantity), 'kept', sum(p.kept),
    'state', CASE WHEN bool_or(p.state = 'open') THEN 'open' WHEN bool_or(p.state = 'kept') THEN 'kept' ELSE 'cancelled' END,
    'firstShipBy', max(p.first_ship_by),
    'isOverdue', nullif(bool_or(p.state = 'open') AND l.ship_by < clock_timestamp()::date, false),
    'choice', CASE WHEN bool_or(p.choice = 'asked') THEN 'asked' WHEN bool_or(p.choice = 'keep') THEN 'keep' ELSE 'none' END))
  FROM supply_promise p WHERE p.order_id = l.order_id AND p.line_no = l.line_no HAVING count(*) > 0`

const PARCELS = `SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('parcelId', p.id, 'carrier', p.carrier,
    'trackingNumber', p.tracking_number, 'shippedAtMs', floor(extract(epoch FROM p.shipped_at) * 1000)::bigint,
    'deliveredAtMs', floor(extract(epoch FROM p.delivered_at) * 1000)::bigint,
    'lines', (SELECT jsonb_agg(jsonb_build_object('sku', l.sku, 'quantity', pl.packed) ORDER BY pl.line_no) FROM parcel_line pl
      JOIN order_line l ON l.order_id = o.id AND l.line_no = pl.line_no WHERE pl.parcel_id = p.id AND pl.packed > 0)))
    ORDER BY p.shipped_at, p.id)
  FROM parcel p WHERE p.order_id = o.id AND p.state IN ('shipped', 'delivered')`

/** An order with lines, parcels and timeline as one row; `where` selects it by `o`. */
export const orderSql = (where: string): string => `
  SELECT o.id, o.number, o.user_id, o.access_hash, o.correlation_id, o.state, o.state_reason, o.email, o.currency, o.subtotal_minor,
    o.discount_minor, o.shipping_minor, o.tax_minor, o.total_minor, o.shipping_method, o.address, o.placed_at,
    (SELECT jsonb_agg(jsonb_build_object('sku', l.sku, 'title', l.title, 'brand', l.brand, 'colour', l.colour, 'size', l.size,
      'pictureKey', l.picture_key, 'quantity', l.quantity, 'unitPriceMinor', l.unit_price_minor, 'totalMinor', l.total_minor)
      || jsonb_strip_nulls(jsonb_build_object('shipBy', l.ship_by, 'promise', (${PROMISE}), 'cancelled', nullif(l.cancelled, 0),
        'sent', (SELECT sum(pl.packed) FROM parcel_line pl JOIN parcel p ON p.id = pl.parcel_id WHERE p.order_id = l.order_id
          AND pl.line_no = l.line_no AND pl.packed > 0 AND p.state IN ('shipped', 'delivered'))))
      ORDER BY l.line_no) FROM order_line l WHERE l.order_id = o.id) AS lines,
    (SELECT jsonb_agg(jsonb_build_object('seq', e.seq, 'type', e.type, 'atMs', floor(extract(epoch FROM e.at) * 1000)::bigint,
      'facts', e.facts) ORDER BY e.seq) FROM order_event e WHERE e.order_id = o.id) AS timeline, (${PARCELS}) AS parcels
  FROM orders o WHERE ${where}`

const rowSchema = z.object({
  id: z.string(),
  number: z.string(),
  user_id: z.string().nullable(),
  access_hash: z.string().nullable(),
  correlation_id: z.string(),
  state: z.string(),
  state_reason: z.string().nullable(),
  email: z.string(),
  currency: z.string(),
  subtotal_minor: z.int(),
  discount_minor: z.int(),
  shipping_minor: z.int(),
  tax_minor: z.int(),
  total_minor: z.int(),
  shipping_method: z.string(),
  address: z.unknown(),
  placed_at: z.date(),
  lines: z.array(z.unknown()).nullable(),
  timeline: z.array(z.unknown()).nullable(),
  parcels: z.array(z.unknown()).nullable(),
})

/** A row of `orderSql` as the view, parsed: what stands in JSON columns is checked here, once. */
export const toStoredOrder = (raw: unknown): StoredOrder & { readonly correlationId: string } => {
  const row = rowSchema.parse(raw)
  const view: OrderView = orderViewSchema.parse({
    orderId: row.id,
    number: row.number,
    state: row.state,
    ...(row.state_reason === null ? {} : { stateReason: row.state_reason }),
    email: row.email,
    currency: row.currency,
    subtotalMinor: row.subtotal_minor,
    discountMinor: row.discount_minor,
    shippingMinor: row.shipping_minor,
    taxMinor: row.tax_minor,
    totalMinor: row.total_minor,
    shippingMethod: row.shipping_method,
    address: row.address,
    placedAtMs: row.placed_at.getTime(),
    lines: row.lines ?? [],
    timeline: row.timeline ?? [],
    ...(row.parcels === null ? {} : { parcels: row.parcels }),
  })
  return {
    view,
    correlationId: row.correlation_id,
    ...(row.user_id === null ? {} : { userId: row.user_id }),
    ...(row.access_hash === null ? {} : { accessHash: row.access_hash }),
  }
}
