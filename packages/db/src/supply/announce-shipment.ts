import { randomUUID } from 'node:crypto'
import { type AnnounceShipment, accept, type Origin, type Result, reject, type SupplyRejection } from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { findSkus } from './find-skus'
import type { DeskAnswer, Planned } from './planned'
import { missingParty } from './purchase-orders'
import { rebind } from './rebind'
import { passedDay, tellShipment } from './shipment-rows'

/** A record for every SKU at the place: one that never was there has an empty stream. */
const ENSURE_RECORDS = `WITH made AS (
    INSERT INTO inventory_record (variant_id, location_id) SELECT unnest($1::int[]), $2 ON CONFLICT DO NOTHING RETURNING id, variant_id
  )
  INSERT INTO stock_level (record_id, variant_id, location_id, version, on_hand, reserved, allocated, unavailable, short, oversell_cap, safety_stock)
  SELECT id, variant_id, $2, 0, 0, 0, 0, 0, 0, 0, 0 FROM made`

const INSERT_LINES = `INSERT INTO inbound_shipment_line (shipment_id, line_no, variant_id, record_id, expected, presale)
  SELECT $1, l.nth, l.variant_id, r.id, l.expected, l.presale
  FROM unnest($2::int[], $3::int[], $4::boolean[]) WITH ORDINALITY AS l(variant_id, expected, presale, nth)
  JOIN inventory_record r ON r.variant_id = l.variant_id AND r.location_id = $5`

/** An announced shipment. Its lines open caps where they are for presale, and move everybody who waits forward. */
export const announceShipment = async (
  engine: PgStockEngine,
  shipment: AnnounceShipment,
  origin: Origin,
): DeskAnswer<{ number: string }> => {
  let number = ''
  const answer = await engine.transact({
    plan: async (client): Planned => {
      const refusal = (await missingParty(client, shipment)) ?? (await passedDay(client, shipment.expectedOn))
      if (refusal) return reject(refusal)
      const found = await findSkus(client, shipment.lines)
      if (!found.ok) return found
      const ordered = await orderNamed(client, shipment.purchaseOrder)
      if (!ordered.ok) return ordered
      const variantIds = found.value.map((line) => line.variantId)
      await client.query(ENSURE_RECORDS, [variantIds, shipment.locationId])
      const { rows } = await client.query<{ id: number; number: string }>(
        `INSERT INTO inbound_shipment (number, supplier_id, purchase_order_id, location_id, expected_on, first_expected_on, reference,
          created_at, updated_at)
        VALUES ('SHP-' || nextval('inbound_shipment_number'), $1, $2, $3, $4, $4, $5, clock_timestamp(), clock_timestamp())
        RETURNING id, number`,
        [
          shipment.supplierId,
          ordered.value ?? null,
          shipment.locationId,
          shipment.expectedOn,
          shipment.reference ?? null,
        ],
      )
      const announced = rows[0]
      if (!announced) throw new Error('a shipment vanished')
      number = announced.number
      const expected = found.value.map((line) => line.units)
      const presale = found.value.map((line) => line.presale)
      await client.query(INSERT_LINES, [announced.id, variantIds, expected, presale, shipment.locationId])
      const facts = { expectedOn: shipment.expectedOn, units: expected.reduce((sum, units) => sum + units, 0) }
      await tellShipment(client, { id: randomUUID(), shipmentId: announced.id, type: 'announced', facts, origin })
      return accept(await rebind(client, { variantIds, origin }))
    },
  })
  return answer.ok ? accept({ number }) : answer
}

const orderNamed = async (
  client: pg.PoolClient,
  number: string | undefined,
): Promise<Result<number | undefined, SupplyRejection>> => {
  if (number === undefined) return accept(undefined)
  const { rows } = await client.query<{ id: number; state: string }>(
    'SELECT id, state FROM purchase_order WHERE number = $1 FOR UPDATE',
    [number],
  )
  const order = rows[0]
  if (!order) return reject({ code: 'PURCHASE_ORDER_NOT_FOUND', number })
  return order.state === 'sent' || order.state === 'part_received'
    ? accept(order.id)
    : reject({ code: 'PURCHASE_ORDER_STATE', number, state: order.state })
}
