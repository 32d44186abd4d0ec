/**
 * Common table expressions of every SKU's position: `shelf` (free units, and units sold ahead), `coming` (units and days of
 * announced shipments), `ordered` (units on orders and drafts nobody has announced). For planning a draft counts: what was
 * suggested once is not suggested again. It is not on its way, though: `drafted` says how much of it is drafts alone.
 */
export const POSITIONS = `
  shelf AS (
    SELECT variant_id, sum(greatest(0, on_hand - unavailable - allocated - reserved))::int AS free,
      sum(greatest(0, allocated + reserved - on_hand + unavailable))::int AS promised
    FROM stock_level GROUP BY 1),
  coming AS (
    SELECT l.variant_id, sum(greatest(0, l.expected - l.received - l.damaged))::int AS units
    FROM inbound_shipment_line l JOIN inbound_shipment s ON s.id = l.shipment_id
    WHERE s.state IN ('expected', 'part_received') AND NOT l.closed GROUP BY 1),
  announced AS (
    SELECT s.purchase_order_id, l.variant_id, sum(l.expected)::int AS units
    FROM inbound_shipment_line l JOIN inbound_shipment s ON s.id = l.shipment_id
    WHERE s.purchase_order_id IS NOT NULL AND s.state <> 'cancelled' GROUP BY 1, 2),
  ordered AS (
    SELECT l.variant_id, sum(greatest(0, l.ordered - coalesce(a.units, 0)))::int AS units,
      coalesce(sum(greatest(0, l.ordered - coalesce(a.units, 0))) FILTER (WHERE o.state = 'draft'), 0)::int AS drafted
    FROM purchase_order_line l JOIN purchase_order o ON o.id = l.purchase_order_id
    LEFT JOIN announced a ON a.purchase_order_id = o.id AND a.variant_id = l.variant_id
    WHERE o.state IN ('draft', 'sent', 'part_received') GROUP BY 1)`

/** Joins of a variant `v` to its position. */
export const POSITION_JOINS = `
  LEFT JOIN shelf h ON h.variant_id = v.id LEFT JOIN coming c ON c.variant_id = v.id LEFT JOIN ordered w ON w.variant_id = v.id`

export const POSITION_COLUMNS = `
  coalesce(h.free, 0) AS free, coalesce(h.promised, 0) AS promised, coalesce(c.units, 0) + coalesce(w.units, 0) AS incoming,
  coalesce(w.drafted, 0) AS drafted`
