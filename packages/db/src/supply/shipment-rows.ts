import type { Cause, Origin } from '@selvedge/core'
import { accept, type Result, reject, type ShipmentLineState, type SupplyRejection } from '@selvedge/core'
import type pg from 'pg'

export type LockedShipment = {
  readonly id: number
  readonly number: string
  readonly state: string
  readonly version: number
  readonly expectedOn: string
  readonly purchaseOrderId: number | null
}

export type LockedLine = ShipmentLineState & {
  readonly variantId: number
  readonly recordId: number
  readonly presale: boolean
}

/** Locks a shipment, the document, before any stock level. */
export const lockShipment = async (
  client: pg.PoolClient,
  number: string,
): Promise<Result<LockedShipment, SupplyRejection>> => {
  const { rows } = await client.query<LockedShipment>(
    `SELECT id, number, state, version, to_char(expected_on, 'YYYY-MM-DD') AS "expectedOn", purchase_order_id AS "purchaseOrderId"
    FROM inbound_shipment WHERE number = $1 FOR UPDATE`,
    [number],
  )
  return rows[0] ? accept(rows[0]) : reject({ code: 'SHIPMENT_NOT_FOUND', number })
}

export const linesOfShipment = async (client: pg.PoolClient, shipmentId: number): Promise<readonly LockedLine[]> => {
  const { rows } = await client.query<LockedLine>(
    `SELECT l.id AS "lineId", v.sku, l.variant_id AS "variantId", l.record_id AS "recordId", l.expected, l.received, l.damaged, l.presale,
      l.closed
    FROM inbound_shipment_line l JOIN variant v ON v.id = l.variant_id WHERE l.shipment_id = $1 ORDER BY l.line_no`,
    [shipmentId],
  )
  return rows
}

/** What is bound again when these lines change: a shipment comes to one place, who waits elsewhere is not concerned. */
export const recordsOf = (
  lines: readonly Pick<LockedLine, 'variantId' | 'recordId'>[],
): { readonly variantIds: readonly number[]; readonly recordIds: readonly number[] } => ({
  variantIds: lines.map((line) => line.variantId),
  recordIds: lines.map((line) => line.recordId),
})

/** The line of a shipment that a record's units come by, as the cause of what it changes. */
export const causeByLine = (
  lines: readonly Pick<LockedLine, 'lineId' | 'recordId'>[],
): ((recordId: number) => Cause | undefined) => {
  const lineOf = new Map(lines.map(({ lineId, recordId }) => [recordId, lineId]))
  return (recordId) => {
    const lineId = lineOf.get(recordId)
    return lineId === undefined ? undefined : { type: 'shipment-line', id: String(lineId) }
  }
}

/** Says what happened to a shipment, by whom. False when this very event was written before. */
export const tellShipment = async (
  client: pg.PoolClient,
  event: {
    id: string
    shipmentId: number
    type: string
    facts: Record<string, unknown>
    contentHash?: string
    origin: Origin
  },
): Promise<boolean> => {
  const { id, shipmentId, type, facts, contentHash, origin } = event
  const { rowCount } = await client.query(
    `INSERT INTO shipment_event (id, shipment_id, type, facts, actor, correlation_id, content_hash, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp()) ON CONFLICT (id) DO NOTHING`,
    [id, shipmentId, type, JSON.stringify(facts), origin.actor, origin.correlationId, contentHash],
  )
  return rowCount === 1
}

/** Raises the version: whoever looked before has to look again. */
export const touchShipment = async (
  client: pg.PoolClient,
  shipmentId: number,
  set: { state?: string; expectedOn?: string },
): Promise<number> => {
  const { rows } = await client.query<{ version: number }>(
    `UPDATE inbound_shipment SET version = version + 1, updated_at = clock_timestamp(), state = coalesce($2, state),
      expected_on = coalesce($3::date, expected_on) WHERE id = $1 RETURNING version`,
    [shipmentId, set.state ?? null, set.expectedOn ?? null],
  )
  return rows[0]?.version ?? 0
}

/** Today by the database's clock, when a day is behind it. */
export const passedDay = async (client: pg.PoolClient, day: string): Promise<SupplyRejection | undefined> => {
  const { rows } = await client.query<{ today: string; passed: boolean }>(
    `SELECT to_char(clock_timestamp(), 'YYYY-MM-DD') AS today, $1::date < clock_timestamp()::date AS passed`,
    [day],
  )
  return rows[0]?.passed ? { code: 'DAY_IN_THE_PAST', day, today: rows[0].today } : undefined
}
