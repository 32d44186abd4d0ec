import { type PurchaseOrderView, purchaseOrderViewSchema, type SupplierView, supplierViewSchema } from '@selvedge/core'
import type pg from 'pg'

const ORDER = `SELECT jsonb_strip_nulls(jsonb_build_object('number', o.number, 'state', o.state, 'supplier', p.name, 'supplierId', p.id,
    'location', l.name, 'locationId', l.id, 'note', o.note, 'createdAtMs', floor(extract(epoch FROM o.created_at) * 1000)::bigint,
    'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object('sku', v.sku, 'title', pr.title, 'ordered', ol.ordered,
        'announced', come.announced, 'received', come.received) ORDER BY ol.line_no), '[]')
      FROM purchase_order_line ol JOIN variant v ON v.id = ol.variant_id JOIN product pr ON pr.id = v.product_id,
      LATERAL (SELECT coalesce(sum(sl.expected), 0)::int AS announced, coalesce(sum(sl.received + sl.damaged), 0)::int AS received
        FROM inbound_shipment s JOIN inbound_shipment_line sl ON sl.shipment_id = s.id AND sl.variant_id = ol.variant_id
        WHERE s.purchase_order_id = o.id AND s.state <> 'cancelled') come
      WHERE ol.purchase_order_id = o.id),
    'shipments', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', s.number, 'state', s.state, 'expectedOn', s.expected_on::text)
        ORDER BY s.id), '[]') FROM inbound_shipment s WHERE s.purchase_order_id = o.id))) AS body
  FROM purchase_order o JOIN supplier p ON p.id = o.supplier_id JOIN location l ON l.id = o.location_id`

export const readPurchaseOrders = async (pool: pg.Pool): Promise<readonly PurchaseOrderView[]> => {
  const { rows } = await pool.query<{ body: unknown }>(`${ORDER} ORDER BY o.created_at DESC, o.id DESC LIMIT 200`)
  return rows.map((row) => purchaseOrderViewSchema.parse(row.body))
}

export const readPurchaseOrder = async (pool: pg.Pool, number: string): Promise<PurchaseOrderView | undefined> => {
  const { rows } = await pool.query<{ body: unknown }>(`${ORDER} WHERE o.number = $1`, [number])
  return rows[0] && purchaseOrderViewSchema.parse(rows[0].body)
}

export const readSuppliers = async (pool: pg.Pool): Promise<readonly SupplierView[]> => {
  const { rows } = await pool.query<{ body: unknown }>(
    `SELECT jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name, 'email', p.email, 'country', p.country, 'leadDays', p.lead_days,
      'openOrders', (SELECT count(*) FROM purchase_order o WHERE o.supplier_id = p.id AND o.state IN ('draft', 'sent', 'part_received')),
      'openShipments', (SELECT count(*) FROM inbound_shipment s WHERE s.supplier_id = p.id AND s.state IN ('expected', 'part_received')))
      AS body FROM supplier p ORDER BY p.name LIMIT 500`,
  )
  return rows.map((row) => supplierViewSchema.parse(row.body))
}
