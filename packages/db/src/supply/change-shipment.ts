import { randomUUID } from 'node:crypto'
import {
  accept,
  type ChangeShipment,
  type Origin,
  type Result,
  reject,
  type SupplyRejection,
  shipmentStateOf,
} from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import type { DeskAnswer, Planned } from './planned'
import { rebind } from './rebind'
import {
  causeByLine,
  type LockedLine,
  type LockedShipment,
  linesOfShipment,
  lockShipment,
  passedDay,
  recordsOf,
  tellShipment,
  touchShipment,
} from './shipment-rows'

/** Whether the shipment is still what the person saw, and still to come. */
const mayChange = (shipment: LockedShipment, expectedVersion: number): SupplyRejection | undefined => {
  const { number, state, version } = shipment
  if (version !== expectedVersion) return { code: 'SHIPMENT_CHANGED', number, version }
  return state === 'cancelled' || state === 'received' ? { code: 'SHIPMENT_STATE', number, state } : undefined
}

/** Slips, cuts and presale. Everybody who was promised a unit of it is bound again in the same transaction. */
export const changeShipment = async (
  engine: PgStockEngine,
  change: ChangeShipment,
  origin: Origin,
): DeskAnswer<{ version: number }> => {
  let version = 0
  const answer = await engine.transact({
    plan: async (client): Planned => {
      const shipment = await lockShipment(client, change.number)
      if (!shipment.ok) return shipment
      const moved = change.expectedOn !== undefined && change.expectedOn !== shipment.value.expectedOn
      const refusal =
        mayChange(shipment.value, change.expectedVersion) ??
        (moved && change.expectedOn !== undefined ? await passedDay(client, change.expectedOn) : undefined)
      if (refusal) return reject(refusal)
      const lines = await linesOfShipment(client, shipment.value.id)
      const changed = changeLines(lines, change.lines)
      if (!changed.ok) return changed
      await writeLines(client, changed.value)
      const after = lines.map((line) => changed.value.find((one) => one.lineId === line.lineId) ?? line)
      version = await touchShipment(client, shipment.value.id, {
        state: shipmentStateOf(after),
        ...(change.expectedOn === undefined ? {} : { expectedOn: change.expectedOn }),
      })
      await tellShipment(client, {
        id: randomUUID(),
        shipmentId: shipment.value.id,
        type: moved ? 'moved' : 'changed',
        facts: {
          ...(moved ? { was: shipment.value.expectedOn, expectedOn: change.expectedOn } : {}),
          lines: changed.value.map(({ lineId, sku, expected, presale }) => ({
            sku,
            was: lines.find((line) => line.lineId === lineId)?.expected,
            expected,
            presale,
          })),
        },
        origin,
      })
      return accept(await rebind(client, { ...recordsOf(lines), causeOf: causeByLine(lines), origin }))
    },
  })
  return answer.ok ? accept({ version }) : answer
}

/** A line cut to what has arrived expects nothing more; below that is refused, it is here already. */
const changeLines = (
  lines: readonly LockedLine[],
  changes: ChangeShipment['lines'],
): Result<readonly LockedLine[], SupplyRejection> => {
  const changed: LockedLine[] = []
  for (const { lineId, expected, presale } of changes) {
    const line = lines.find((one) => one.lineId === lineId)
    if (!line) return reject({ code: 'SHIPMENT_LINE_NOT_FOUND', lineId })
    const arrived = line.received + line.damaged
    if (expected !== undefined && expected < arrived) return reject({ code: 'CUT_BELOW_ARRIVED', lineId, arrived })
    const next = expected ?? line.expected
    changed.push({ ...line, expected: next, presale: presale ?? line.presale, closed: next === arrived })
  }
  return accept(changed)
}

const writeLines = async (client: pg.PoolClient, lines: readonly LockedLine[]): Promise<void> => {
  if (lines.length === 0) return
  await client.query(
    `UPDATE inbound_shipment_line l SET expected = c.expected, presale = c.presale, closed = c.closed
    FROM unnest($1::int[], $2::int[], $3::boolean[], $4::boolean[]) AS c(id, expected, presale, closed) WHERE l.id = c.id`,
    [
      lines.map((line) => line.lineId),
      lines.map((line) => line.expected),
      lines.map((line) => line.presale),
      lines.map((line) => line.closed),
    ],
  )
}

/** What has come stays; the rest will not. */
export const cancelShipment = async (
  engine: PgStockEngine,
  { number, expectedVersion }: { number: string; expectedVersion: number },
  origin: Origin,
): DeskAnswer<{ version: number }> => {
  let version = 0
  const answer = await engine.transact({
    plan: async (client): Planned => {
      const shipment = await lockShipment(client, number)
      if (!shipment.ok) return shipment
      const refusal = mayChange(shipment.value, expectedVersion)
      if (refusal) return reject(refusal)
      const lines = await linesOfShipment(client, shipment.value.id)
      await client.query('UPDATE inbound_shipment_line SET closed = true WHERE shipment_id = $1', [shipment.value.id])
      const came = lines.some((line) => line.received + line.damaged > 0)
      version = await touchShipment(client, shipment.value.id, { state: came ? 'received' : 'cancelled' })
      const facts = { outstanding: lines.reduce((sum, l) => sum + Math.max(0, l.expected - l.received - l.damaged), 0) }
      await tellShipment(client, { id: randomUUID(), shipmentId: shipment.value.id, type: 'cancelled', facts, origin })
      return accept(await rebind(client, { ...recordsOf(lines), causeOf: causeByLine(lines), origin }))
    },
  })
  return answer.ok ? accept({ version }) : answer
}
