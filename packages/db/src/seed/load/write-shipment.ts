import { addDays, type Day } from '@selvedge/core'
import type { PoolClient } from 'pg'
import type { SeedLocation } from '../generate/locations'
import type { Random } from '../generate/random'
import type { SupplyStory } from '../generate/suppliers'
import type { LaterEntry } from './append-entries'
import { noonOf } from './noon-of'
import type { OrderedLine } from './sold-out-styles'

const ACTOR = 'system:seed'

type Shipping = {
  readonly shipment: NonNullable<SupplyStory['shipment']>
  readonly at: SeedLocation
  readonly supplierId: number
  readonly purchaseOrderId: number
  readonly lines: readonly OrderedLine[]
  readonly day: Day
  readonly correlationId: string
  readonly random: Random
}

/** Of every three lines of a partly received shipment the first has come whole and the second in half. */
const cameOf = (units: number, nth: number): number => [units, Math.floor(units / 2), 0][nth % 3] ?? 0

/** A shipment with its lines and its past. Answers what the ledger has to say of it: caps opened, pieces received. */
export async function writeShipment(client: PoolClient, shipping: Shipping): Promise<readonly LaterEntry[]> {
  const { shipment, at, supplierId, purchaseOrderId, day } = shipping
  const { announcedOn, expectedOn, firstExpectedOn = expectedOn, presale, partlyReceivedOn } = shipment
  const isBegun = partlyReceivedOn !== undefined
  const lines = shipping.lines.map((line, nth) => ({ ...line, came: isBegun ? cameOf(line.units, nth) : 0 }))
  const announcedAt = noonOf(addDays(day, announcedOn))
  const { rows } = await client.query<{ id: number; number: string }>(
    `INSERT INTO inbound_shipment (number, supplier_id, purchase_order_id, location_id, state, expected_on, first_expected_on, version,
      created_at, updated_at)
    VALUES ('SHP-' || nextval('inbound_shipment_number'), $1, $2, $3, $4, $5, $6, $7, $8, $8) RETURNING id, number`,
    [
      supplierId,
      purchaseOrderId,
      at.id,
      isBegun ? 'part_received' : 'expected',
      addDays(day, expectedOn),
      addDays(day, firstExpectedOn),
      isBegun || firstExpectedOn !== expectedOn ? 2 : 1,
      announcedAt,
    ],
  )
  const written = rows[0]
  if (!written) throw new Error('the shipment was not written')
  const { rows: lineRows } = await client.query<{ id: number; record_id: number }>(
    `INSERT INTO inbound_shipment_line (shipment_id, line_no, variant_id, record_id, expected, received, presale, closed)
    SELECT $1, l.nth, l.variant_id, l.record_id, l.expected, l.came, $6, l.came = l.expected
    FROM unnest($2::int[], $3::int[], $4::int[], $5::int[]) WITH ORDINALITY AS l(variant_id, record_id, expected, came, nth)
    RETURNING id, record_id`,
    [
      written.id,
      lines.map((line) => line.variantId),
      lines.map((line) => line.recordId),
      lines.map((line) => line.units),
      lines.map((line) => line.came),
      presale,
    ],
  )
  const lineIds = new Map(lineRows.map((row) => [row.record_id, row.id]))
  await tellPast(client, written.id, { ...shipping, lines, lineIds })
  return lines.flatMap(({ recordId, units, came }): LaterEntry[] => {
    const common = { recordId, actor: ACTOR }
    const cause = { type: 'shipment-line', id: String(lineIds.get(recordId)) } as const
    const opened = { type: 'OversellCapSet', quantity: units, reason: 'supply', cause } as const
    const received = { type: 'Received', quantity: came, reason: 'receipt', note: written.number, cause } as const
    return [
      ...(presale ? [{ ...common, event: opened, at: announcedAt }] : []),
      ...(came > 0 ? [{ ...common, event: received, at: noonOf(addDays(day, partlyReceivedOn ?? 0)) }] : []),
    ]
  })
}

type Line = OrderedLine & { readonly came: number }

/** The rows of the receiving desk's memory: announced, told another day, received. */
async function tellPast(
  client: PoolClient,
  shipmentId: number,
  told: Omit<Shipping, 'lines'> & { lines: readonly Line[]; lineIds: ReadonlyMap<number, number> },
): Promise<void> {
  const { shipment, lines, lineIds, day, correlationId, random } = told
  const { announcedOn, expectedOn, firstExpectedOn, partlyReceivedOn } = shipment
  const units = lines.reduce((sum, line) => sum + line.units, 0)
  const first = addDays(day, firstExpectedOn ?? expectedOn)
  const past: { type: string; on: number; facts: Record<string, unknown> }[] = [
    { type: 'announced', on: announcedOn, facts: { expectedOn: first, units } },
  ]
  if (firstExpectedOn !== undefined)
    past.push({ type: 'moved', on: -2, facts: { was: first, expectedOn: addDays(day, expectedOn), lines: [] } })
  if (partlyReceivedOn !== undefined) {
    const came = lines
      .filter((line) => line.came > 0)
      .map((line) => ({
        lineId: lineIds.get(line.recordId),
        sku: line.sku,
        received: line.came,
        damaged: 0,
        closed: line.came === line.units,
        over: 0,
        short: 0,
      }))
    past.push({ type: 'received', on: partlyReceivedOn, facts: { lines: came } })
  }
  await client.query(
    `INSERT INTO shipment_event (id, shipment_id, type, facts, actor, correlation_id, at)
    SELECT e.id, $1, e.type, e.facts, $6, $7, e.at FROM unnest($2::uuid[], $3::text[], $4::jsonb[], $5::timestamptz[])
      AS e(id, type, facts, at)`,
    [
      shipmentId,
      past.map(() => random.uuid()),
      past.map((one) => one.type),
      past.map((one) => JSON.stringify(one.facts)),
      past.map((one) => noonOf(addDays(day, one.on))),
      ACTOR,
      correlationId,
    ],
  )
}
