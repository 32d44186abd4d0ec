import { accept, type Result, reject, type ShipmentContents, type SupplyRejection } from '@selvedge/core'
import type pg from 'pg'
import { findSkus } from './find-skus'
import { missingParty } from './purchase-orders'
import { passedDay } from './shipment-rows'

type Line = ShipmentContents['lines'][number] & { readonly variantId: number }

export type VettedShipment = {
  readonly shipment: ShipmentContents
  readonly lines: readonly Line[]
  readonly purchaseOrderId?: number
}

/**
 * Whether a shipment can be announced, from rows that stay locked till the end of the transaction; changes nothing. The
 * supplier is locked before the order it was sent.
 */
export const vetShipment = async (
  client: pg.PoolClient,
  shipment: ShipmentContents,
): Promise<Result<VettedShipment, SupplyRejection>> => {
  const refusal =
    (await missingParty(client, shipment)) ??
    (await passedDay(client, shipment.expectedOn)) ??
    (await takenReference(client, shipment))
  if (refusal) return reject(refusal)
  const lines = await findSkus(client, shipment.lines)
  if (!lines.ok) return lines
  if (shipment.purchaseOrder === undefined) return accept({ shipment, lines: lines.value })
  const ordered = await orderNamed(client, shipment.purchaseOrder, shipment.supplierId)
  return ordered.ok ? accept({ shipment, lines: lines.value, purchaseOrderId: ordered.value }) : ordered
}

/** A supplier gives a reference once: announced twice, the same boxes would be promised twice. */
const takenReference = async (
  client: pg.PoolClient,
  { supplierId, reference }: ShipmentContents,
): Promise<SupplyRejection | undefined> => {
  if (reference === undefined || reference === '') return undefined
  await client.query('SELECT 1 FROM supplier WHERE id = $1 FOR NO KEY UPDATE', [supplierId])
  const { rows } = await client.query<{ number: string }>(
    `SELECT number FROM inbound_shipment WHERE supplier_id = $1 AND reference = $2 AND state <> 'cancelled' LIMIT 1`,
    [supplierId, reference],
  )
  return rows[0] && { code: 'SHIPMENT_REFERENCE_TAKEN', reference, number: rows[0].number }
}

const orderNamed = async (
  client: pg.PoolClient,
  number: string,
  supplierId: number,
): Promise<Result<number, SupplyRejection>> => {
  const { rows } = await client.query<{ id: number; state: string; supplierId: number }>(
    'SELECT id, state, supplier_id AS "supplierId" FROM purchase_order WHERE number = $1 FOR UPDATE',
    [number],
  )
  const order = rows[0]
  if (!order) return reject({ code: 'PURCHASE_ORDER_NOT_FOUND', number })
  if (order.supplierId !== supplierId) return reject({ code: 'PURCHASE_ORDER_SUPPLIER', number })
  return order.state === 'sent' || order.state === 'part_received'
    ? accept(order.id)
    : reject({ code: 'PURCHASE_ORDER_STATE', number, state: order.state })
}
