import {
  type AnnounceShipment,
  accept,
  type Origin,
  type Result,
  reject,
  type ShipmentContents,
  type SupplyRejection,
} from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { announcedBefore, contentHash } from './announced-before'
import type { DeskAnswer, Planned } from './planned'
import { rebind } from './rebind'
import { causeByLine, type LockedLine, recordsOf, tellShipment } from './shipment-rows'
import { type VettedShipment, vetShipment } from './vet-shipment'

/** A record for every SKU at the place: one that never was there has an empty stream. */
const ENSURE_RECORDS = `WITH made AS (
    INSERT INTO inventory_record (variant_id, location_id) SELECT unnest($1::int[]), $2
      ON CONFLICT (variant_id, location_id) DO NOTHING RETURNING id, variant_id
  )
  INSERT INTO stock_level (record_id, variant_id, location_id, version, on_hand, reserved, allocated, unavailable, short, oversell_cap, safety_stock)
  SELECT id, variant_id, $2, 0, 0, 0, 0, 0, 0, 0, 0 FROM made`

const INSERT_LINES = `INSERT INTO inbound_shipment_line (shipment_id, line_no, variant_id, record_id, expected, presale)
  SELECT $1, l.nth, l.variant_id, r.id, l.expected, l.presale
  FROM unnest($2::int[], $3::int[], $4::boolean[]) WITH ORDINALITY AS l(variant_id, expected, presale, nth)
  JOIN inventory_record r ON r.variant_id = l.variant_id AND r.location_id = $5
  RETURNING id AS "lineId", variant_id AS "variantId", record_id AS "recordId"`

type AnnouncedLine = Pick<LockedLine, 'lineId' | 'variantId' | 'recordId'>

/**
 * An announced shipment. Its lines open caps where they are for presale, and move everybody who waits forward. Announced
 * again it is answered as it was, whatever has become of the shipment since.
 */
export const announceShipment = async (
  engine: PgStockEngine,
  { announcementId, ...shipment }: AnnounceShipment,
  origin: Origin,
): DeskAnswer<{ number: string }> => {
  let number = ''
  const answer = await engine.transact({
    plan: async (client): Planned => {
      const earlier = await announcedBefore(client, announcementId, shipment)
      if (!earlier.ok) return earlier
      if (earlier.value) {
        number = earlier.value.number
        return accept([])
      }
      const vetted = await vetShipment(client, shipment)
      if (!vetted.ok) return vetted
      const written = await writeShipment(client, vetted.value, { eventId: announcementId, origin })
      number = written.number
      return accept(await rebind(client, { ...recordsOf(written.lines), causeOf: causeByLine(written.lines), origin }))
    },
  })
  return answer.ok ? accept({ number }) : answer
}

/** One of several shipments: its number, known before, or why it was not announced while the others were. */
export type Announced = Result<{ readonly number?: string; readonly repeated: boolean }, SupplyRejection>

/**
 * Announces several shipments inside the caller's transaction, each under an id that it has been given for good: one
 * that was announced under it before is left as it is. One that is refused leaves the others. The records
 * of `lines` are to be bound again, once, after all of them.
 */
export const announceEach = async (
  client: pg.PoolClient,
  shipments: readonly { readonly eventId: string; readonly shipment: ShipmentContents }[],
  origin: Origin,
): Promise<{ readonly answers: readonly Announced[]; readonly lines: readonly AnnouncedLine[] }> => {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM shipment_event WHERE id = ANY($1::uuid[])', [
    shipments.map(({ eventId }) => eventId),
  ])
  const known = new Set(rows.map(({ id }) => id))
  const answers: Announced[] = []
  const lines: AnnouncedLine[] = []
  for (const { eventId, shipment } of shipments) {
    if (known.has(eventId)) {
      answers.push(accept({ repeated: true }))
      continue
    }
    const vetted = await vetShipment(client, shipment)
    if (!vetted.ok) {
      answers.push(reject(vetted.error))
      continue
    }
    const written = await writeShipment(client, vetted.value, { eventId, origin })
    lines.push(...written.lines)
    answers.push(accept({ number: written.number, repeated: false }))
  }
  return { answers, lines }
}

const writeShipment = async (
  client: pg.PoolClient,
  { shipment, lines, purchaseOrderId }: VettedShipment,
  { eventId, origin }: { eventId: string; origin: Origin },
): Promise<{ number: string; lines: readonly AnnouncedLine[] }> => {
  const { supplierId, locationId, expectedOn, reference } = shipment
  const variantIds = lines.map((line) => line.variantId)
  await client.query(ENSURE_RECORDS, [variantIds, locationId])
  const { rows } = await client.query<{ id: number; number: string }>(
    `INSERT INTO inbound_shipment (number, supplier_id, purchase_order_id, location_id, expected_on, first_expected_on, reference,
      content_hash, created_at, updated_at)
    VALUES ('SHP-' || nextval('inbound_shipment_number'), $1, $2, $3, $4, $4, $5, $6, clock_timestamp(), clock_timestamp())
    RETURNING id, number`,
    [supplierId, purchaseOrderId ?? null, locationId, expectedOn, reference ?? null, contentHash(shipment)],
  )
  const announced = rows[0]
  if (!announced) throw new Error('a shipment vanished')
  const expected = lines.map((line) => line.units)
  const presale = lines.map((line) => line.presale)
  const inserted = await client.query<AnnouncedLine>(INSERT_LINES, [
    announced.id,
    variantIds,
    expected,
    presale,
    locationId,
  ])
  const facts = { expectedOn, units: expected.reduce((sum, units) => sum + units, 0) }
  await tellShipment(client, { id: eventId, shipmentId: announced.id, type: 'announced', facts, origin })
  return { number: announced.number, lines: inserted.rows }
}
