import { type ShipmentSummary, type ShipmentView, shipmentSummarySchema, shipmentViewSchema } from '@selvedge/core'
import type pg from 'pg'

const SUMMARY = `jsonb_build_object('number', s.number, 'state', s.state, 'supplier', p.name, 'location', l.name,
    'expectedOn', s.expected_on, 'firstExpectedOn', s.first_expected_on,
    'isOverdue', s.state IN ('expected', 'part_received') AND s.expected_on < clock_timestamp()::date,
    'isLate', s.state IN ('expected', 'part_received') AND (s.expected_on < clock_timestamp()::date OR s.expected_on > s.first_expected_on),
    'units', sums.units, 'arrived', sums.arrived, 'promised', sums.promised)`

const FROM = `FROM inbound_shipment s JOIN supplier p ON p.id = s.supplier_id JOIN location l ON l.id = s.location_id,
  LATERAL (SELECT coalesce(sum(sl.expected), 0)::int AS units, coalesce(sum(sl.received + sl.damaged), 0)::int AS arrived,
    coalesce(sum((SELECT sum(b.units) FROM supply_binding b WHERE b.shipment_line_id = sl.id)), 0)::int AS promised
    FROM inbound_shipment_line sl WHERE sl.shipment_id = s.id) sums`

/** What is on its way, soonest first; or what has come and gone, newest first. */
export const readShipments = async (
  pool: pg.Pool,
  { open }: { open: boolean },
): Promise<readonly ShipmentSummary[]> => {
  const which = open ? `IN ('expected', 'part_received')` : `IN ('received', 'cancelled')`
  const { rows } = await pool.query<{ body: unknown }>(
    `SELECT ${SUMMARY} AS body ${FROM} WHERE s.state ${which}
    ORDER BY ${open ? 's.expected_on, s.id' : 's.updated_at DESC, s.id'} LIMIT 200`,
  )
  return rows.map((row) => shipmentSummarySchema.parse(row.body))
}

export const readShipment = async (pool: pg.Pool, number: string): Promise<ShipmentView | undefined> => {
  const { rows } = await pool.query<{ body: object }>(
    `SELECT ${SUMMARY} || jsonb_strip_nulls(jsonb_build_object('version', s.version, 'reference', s.reference,
      'purchaseOrder', (SELECT po.number FROM purchase_order po WHERE po.id = s.purchase_order_id),
      'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object('lineId', sl.id, 'recordId', sl.record_id, 'sku', v.sku, 'title', pr.title,
          'colour', v.colour, 'size', v.size, 'expected', sl.expected, 'received', sl.received, 'damaged', sl.damaged,
          'presale', sl.presale, 'closed', sl.closed,
          'promised', coalesce((SELECT sum(b.units) FROM supply_binding b WHERE b.shipment_line_id = sl.id), 0)) ORDER BY sl.line_no), '[]')
        FROM inbound_shipment_line sl JOIN variant v ON v.id = sl.variant_id JOIN product pr ON pr.id = v.product_id
        WHERE sl.shipment_id = s.id),
      'events', (SELECT coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'facts', e.facts,
          'actor', coalesce((SELECT u.name FROM users u WHERE 'staff:' || u.id = e.actor), e.actor),
          'atMs', floor(extract(epoch FROM e.at) * 1000)::bigint) ORDER BY e.at DESC), '[]')
        FROM shipment_event e WHERE e.shipment_id = s.id))) AS body
    ${FROM} WHERE s.number = $1`,
    [number],
  )
  return rows[0] && shipmentViewSchema.parse(rows[0].body)
}
