import {
  accept,
  type DraftPurchaseOrder,
  type NewPurchaseOrder,
  type NewSupplier,
  type Origin,
  type PurchaseOrderMove,
  type Result,
  reject,
  type SupplyRejection,
} from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { draftedBefore, orderHash } from './drafted-before'
import { findSkus } from './find-skus'

type Answer<T> = Promise<Result<T, SupplyRejection>>

export const addSupplier = async (pool: pg.Pool, supplier: NewSupplier): Answer<{ supplierId: number }> => {
  const { code, name, email, country, leadDays } = supplier
  const { rows } = await pool.query<{ id: number }>(
    `INSERT INTO supplier (code, name, email, country, lead_days) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (code) DO NOTHING RETURNING id`,
    [code, name, email, country, leadDays],
  )
  const id = rows[0]?.id
  return id === undefined ? reject({ code: 'SUPPLIER_CODE_TAKEN', supplierCode: code }) : accept({ supplierId: id })
}

/** Whether supplier and place exist; both are named by id from a list the person saw. */
export const missingParty = async (
  client: pg.PoolClient,
  { supplierId, locationId }: { supplierId: number; locationId: number },
): Promise<SupplyRejection | undefined> => {
  const { rows } = await client.query<{ supplier: boolean; location: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM supplier WHERE id = $1) AS supplier, EXISTS (SELECT 1 FROM location WHERE id = $2) AS location',
    [supplierId, locationId],
  )
  if (!rows[0]?.supplier) return { code: 'SUPPLIER_NOT_FOUND', supplierId }
  return rows[0].location ? undefined : { code: 'LOCATION_NOT_FOUND', locationId }
}

/** Writes a draft inside the caller's transaction, for a form under the form's id; refused, it has written nothing. */
export const writeDraftOrder = async (
  client: pg.PoolClient,
  order: NewPurchaseOrder,
  { actor }: Origin,
  draftId?: string,
): Answer<{ number: string }> => {
  const missing = await missingParty(client, order)
  if (missing) return reject(missing)
  const lines = await findSkus(client, order.lines)
  if (!lines.ok) return lines
  const { rows } = await client.query<{ id: number; number: string }>(
    `INSERT INTO purchase_order (number, supplier_id, location_id, note, created_by, draft_id, content_hash, created_at)
    VALUES ('PO-' || nextval('purchase_order_number'), $1, $2, $3, $4, $5, $6, clock_timestamp()) RETURNING id, number`,
    [order.supplierId, order.locationId, order.note ?? null, actor, draftId, draftId && orderHash(order)],
  )
  const drafted = rows[0]
  if (!drafted) throw new Error('a purchase order vanished')
  await client.query(
    `INSERT INTO purchase_order_line (purchase_order_id, line_no, variant_id, ordered)
    SELECT $1, nth, variant_id, ordered FROM unnest($2::int[], $3::int[]) WITH ORDINALITY AS l(variant_id, ordered, nth)`,
    [drafted.id, lines.value.map((line) => line.variantId), lines.value.map((line) => line.units)],
  )
  return accept({ number: drafted.number })
}

/** A draft from a form. Sent again it is answered as it was, whatever has become of the order since. */
export const draftPurchaseOrder = (
  pool: pg.Pool,
  { draftId, ...order }: DraftPurchaseOrder,
  origin: Origin,
): Answer<{ number: string }> =>
  inTransaction(pool, async (client) => {
    const earlier = await draftedBefore(client, draftId, order)
    if (!earlier.ok) return earlier
    return earlier.value ? accept(earlier.value) : writeDraftOrder(client, order, origin, draftId)
  })

const FROM: Readonly<Record<PurchaseOrderMove['to'], readonly string[]>> = {
  sent: ['draft'],
  cancelled: ['draft', 'sent'],
}

/** Draft -> sent, or cancelled before anything has come. Moved already answers the same. */
export const movePurchaseOrder = (pool: pg.Pool, { number, to }: PurchaseOrderMove): Answer<{ number: string }> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: number; state: string }>(
      'SELECT id, state FROM purchase_order WHERE number = $1 FOR UPDATE',
      [number],
    )
    const order = rows[0]
    if (!order) return reject({ code: 'PURCHASE_ORDER_NOT_FOUND', number })
    if (order.state === to) return accept({ number })
    if (!FROM[to].includes(order.state)) return reject({ code: 'PURCHASE_ORDER_STATE', number, state: order.state })
    await client.query(
      `UPDATE purchase_order SET state = $2, sent_at = CASE WHEN $2 = 'sent' THEN clock_timestamp() ELSE sent_at END WHERE id = $1`,
      [order.id, to],
    )
    return accept({ number })
  })

/** How an order stands after its shipments: whole once every line has come. */
export const settlePurchaseOrder = async (client: pg.PoolClient, purchaseOrderId: number): Promise<void> => {
  await client.query(
    `WITH come AS (
      SELECT l.variant_id, l.ordered, coalesce(sum(sl.received + sl.damaged), 0) AS arrived FROM purchase_order_line l
      LEFT JOIN inbound_shipment s ON s.purchase_order_id = l.purchase_order_id
      LEFT JOIN inbound_shipment_line sl ON sl.shipment_id = s.id AND sl.variant_id = l.variant_id
      WHERE l.purchase_order_id = $1 GROUP BY l.variant_id, l.ordered)
    UPDATE purchase_order SET state = CASE WHEN (SELECT bool_and(arrived >= ordered) FROM come) THEN 'received'
      WHEN (SELECT bool_or(arrived > 0) FROM come) THEN 'part_received' ELSE state END
    WHERE id = $1 AND state <> 'cancelled'`,
    [purchaseOrderId],
  )
}
