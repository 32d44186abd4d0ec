/** Places of the records asked for, with the day the database has. */
const PLACES = `SELECT 'place' AS kind, 0::bigint AS nth, jsonb_build_object('recordId', r.id, 'variantId', r.variant_id,
      'today', to_char(clock_timestamp(), 'YYYY-MM-DD'), 'backorderUnits', coalesce(b.units, 0),
      'backorderDays', coalesce(b.lead_days, 0) + l.lead_days) AS body
    FROM inventory_record r JOIN location l ON l.id = r.location_id LEFT JOIN backorder_allowance b ON b.record_id = r.id
    WHERE r.id = ANY($1::int[])`

/** The queue in the order it was made. */
const PROMISES = `SELECT 'promise', p.id, jsonb_build_object('promiseId', p.id, 'recordId', p.record_id, 'variantId', p.variant_id, 'orderId', p.order_id,
      'lineNo', p.line_no, 'open', p.quantity - p.kept, 'kind', p.kind, 'shipBy', p.ship_by, 'madeOn', to_char(p.made_at, 'YYYY-MM-DD'),
      'elsewhere', coalesce((SELECT jsonb_agg(o.ship_by) FROM supply_promise o WHERE o.order_id = p.order_id AND o.line_no = p.line_no
        AND o.state = 'open' AND o.id <> p.id), '[]'),
      'bindings', coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('source', b.source, 'units', b.units,
        'shipmentLineId', b.shipment_line_id, 'shipsOn', b.ship_by)) ORDER BY b.nth) FROM supply_binding b WHERE b.promise_id = p.id), '[]'))
    FROM supply_promise p WHERE p.state = 'open' AND p.record_id = ANY($1::int[])`

/** Holds behind the queue, in the order they were taken. */
const PENDING = `SELECT 'pending', (extract(epoch FROM r.held_at) * 1000)::bigint, jsonb_build_object('recordId', r.record_id, 'cartId', r.cart_id,
      'holdId', r.id, 'units', r.future_units)
    FROM reservation r WHERE r.record_id = ANY($1::int[]) AND r.future_units > 0 AND r.state IN ('held', 'committed')
      AND r.resolution IS DISTINCT FROM 'allocation-released'
      AND NOT EXISTS (SELECT 1 FROM supply_promise p WHERE p.cart_id = r.cart_id AND p.hold_id = r.id AND p.record_id = r.record_id)`

const EXPECTED = `sl.record_id = ANY($1::int[]) AND NOT sl.closed AND s.state IN ('expected', 'part_received')
      AND sl.expected > sl.received + sl.damaged`

/** Shipment lines that are still expected; overdue from the day after the one that was last named. */
const LINES = `SELECT 'line' AS kind, sl.id::bigint AS nth, jsonb_build_object('recordId', sl.record_id, 'shipmentLineId', sl.id, 'presale', sl.presale,
      'shipsOn', to_char(s.expected_on + l.lead_days, 'YYYY-MM-DD'), 'isOverdue', s.expected_on < clock_timestamp()::date,
      'outstanding', sl.expected - sl.received - sl.damaged) AS body
    FROM inbound_shipment_line sl JOIN inbound_shipment s ON s.id = sl.shipment_id JOIN location l ON l.id = s.location_id
    WHERE ${EXPECTED}`

/** What is still to come of lines open for presale, a sum per record, and the first of them. */
const PRESALE = `SELECT 'presale', 0, jsonb_build_object('recordId', sl.record_id, 'units', sum(sl.expected - sl.received - sl.damaged),
      'lineId', min(sl.id))
    FROM inbound_shipment_line sl JOIN inbound_shipment s ON s.id = sl.shipment_id
    WHERE sl.presale AND ${EXPECTED} GROUP BY sl.record_id`

const inOrder = (...parts: readonly string[]): string => `${parts.join('\n  UNION ALL\n  ')}\n  ORDER BY kind, nth`

/** Who waits for these records and what is on its way to them, in one statement. */
export const WAITING = { name: 'supply-waiting', text: inOrder(PLACES, PROMISES, PENDING, LINES) }

/** Who waits for these records, and what lines open for presale allow to be sold: no line by itself. */
export const WAITERS = { name: 'supply-waiters', text: inOrder(PLACES, PROMISES, PENDING, PRESALE) }

/** What is on its way to these records. */
export const COMING = { name: 'supply-coming', text: inOrder(LINES) }
