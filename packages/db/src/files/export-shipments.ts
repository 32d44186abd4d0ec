import { csvLine } from '@selvedge/core'
import type { ExportKind } from './export-pages'

type Row = {
  line_id: number
  shipment: string
  state: string
  supplier: string
  purchase_order: string | null
  reference: string | null
  sku: string
  location: string
  product: string
  colour: string
  size: string
  units: number
  expected_on: string
  presale: string
  received: number
  damaged: number
  to_come: number
  promised: number
}

/** Lines of what is on its way, in the order in which they were announced. */
export const EXPORT_SHIPMENTS: ExportKind = {
  header: [
    'shipment',
    'state',
    'supplier',
    'purchase_order',
    'reference',
    'sku',
    'location',
    'product',
    'colour',
    'size',
    'units',
    'expected_on',
    'presale',
    'received',
    'damaged',
    'to_come',
    'promised',
  ],
  page: async (client, { cursor, locationId, limit }) => {
    const { rows } = await client.query<Row>(
      `SELECT sl.id AS line_id, s.number AS shipment, s.state, p.code AS supplier, po.number AS purchase_order, s.reference,
              v.sku, l.code AS location, d.title AS product, v.colour, v.size, sl.expected AS units,
              to_char(s.expected_on, 'YYYY-MM-DD') AS expected_on, CASE WHEN sl.presale THEN 'yes' ELSE 'no' END AS presale,
              sl.received, sl.damaged, CASE WHEN sl.closed THEN 0 ELSE greatest(0, sl.expected - sl.received - sl.damaged) END AS to_come,
              coalesce((SELECT sum(b.units) FROM supply_binding b WHERE b.shipment_line_id = sl.id), 0)::int AS promised
         FROM inbound_shipment_line sl JOIN inbound_shipment s ON s.id = sl.shipment_id JOIN supplier p ON p.id = s.supplier_id
         JOIN location l ON l.id = s.location_id LEFT JOIN purchase_order po ON po.id = s.purchase_order_id
         JOIN variant v ON v.id = sl.variant_id JOIN product d ON d.id = v.product_id
        WHERE sl.id > $1 AND s.state IN ('expected', 'part_received') AND ($2::int IS NULL OR s.location_id = $2)
        ORDER BY sl.id LIMIT $3`,
      [cursor, locationId, limit],
    )
    return { lines: rows.map(lineOf), cursor: rows.at(-1)?.line_id ?? cursor }
  },
}

const lineOf = (row: Row): string =>
  csvLine([
    row.shipment,
    row.state,
    row.supplier,
    row.purchase_order ?? undefined,
    row.reference ?? undefined,
    row.sku,
    row.location,
    row.product,
    row.colour,
    row.size,
    row.units,
    row.expected_on,
    row.presale,
    row.received,
    row.damaged,
    row.to_come,
    row.promised,
  ])
