import type { StockFilter } from '@selvedge/core'
import { likePattern } from './like-pattern'

/**
 * Records with what a filter asks of them: `l` level, `lo` place, `v` SKU, `p` product, `b` house, `due` the
 * held units whose time is over, `coming` the units of shipments still to come, by a day those that somebody stands for:
 * what is overdue comes by none. Takes the parameters of `filterValues`.
 */
export const FILTERED_STOCK = `FROM stock_level l
  JOIN location lo ON lo.id = l.location_id
  JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id JOIN brand b ON b.id = p.brand_id
  LEFT JOIN (SELECT record_id, sum(quantity)::int AS units FROM reservation
    WHERE state = 'held' AND expires_at <= statement_timestamp() GROUP BY record_id) due ON due.record_id = l.record_id
  LEFT JOIN (SELECT sl.record_id, sum(greatest(0, sl.expected - sl.received - sl.damaged))::int AS units
    FROM inbound_shipment_line sl JOIN inbound_shipment s ON s.id = sl.shipment_id
    WHERE NOT sl.closed AND s.state IN ('expected', 'part_received') AND ($6::date IS NULL OR s.expected_on BETWEEN statement_timestamp()::date AND $6)
    GROUP BY sl.record_id) coming ON coming.record_id = l.record_id,
  LATERAL (SELECT l.on_hand - l.allocated - (l.reserved - coalesce(due.units, 0)) - l.unavailable - l.safety_stock AS units) free
  WHERE ($1::text IS NULL OR v.sku ILIKE $1 OR p.title ILIKE $1 OR b.name ILIKE $1)
    AND ($2::int IS NULL OR l.location_id = $2) AND ($3::text IS NULL OR lo.country = $3)
    AND ($4::text IS NULL OR v.size = $4)
    AND ($5::text IS NULL OR p.attributes @> jsonb_build_object('fabric', $5))
    AND ($6::date IS NULL OR free.units + coalesce(coming.units, 0) > 0)
    AND (NOT $7::boolean OR free.units <= 3)`

/** The values of the seven parameters, in their order. */
export const filterValues = ({ query, locationId, region, size, fabric, sellableBy, onlyLow }: StockFilter) => [
  likePattern(query),
  locationId ?? null,
  region ?? null,
  size ?? null,
  fabric ?? null,
  sellableBy ?? null,
  onlyLow ?? false,
]
