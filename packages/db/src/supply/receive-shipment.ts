import {
  accept,
  type Observation,
  type Origin,
  type ReceiptEffect,
  type ReceiveShipment,
  receiveLines,
  reject,
  shipmentStateOf,
} from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import type { DeskAnswer, Planned } from './planned'
import { settlePurchaseOrder } from './purchase-orders'
import type { LevelDelta } from './queue-of-record'
import { rebind } from './rebind'
import { receiptHash, receivedBefore } from './received-before'
import {
  causeByLine,
  type LockedLine,
  linesOfShipment,
  lockShipment,
  recordsOf,
  tellShipment,
  touchShipment,
} from './shipment-rows'

/**
 * What came out of the boxes. Units are received, the cap falls by what the line gave, and the queue is bound again, in
 * one transaction: promises are filled first, only the rest becomes free. A receipt sent twice is received once, and another one under its id is refused.
 */
export const receiveShipment = async (
  engine: PgStockEngine,
  receipt: ReceiveShipment,
  origin: Origin,
): DeskAnswer<{ repeated: boolean }> => {
  let repeated = false
  const answer = await engine.transact({
    plan: async (client): Planned => {
      repeated = false
      const shipment = await lockShipment(client, receipt.number)
      if (!shipment.ok) return shipment
      const { id: shipmentId, number, state, purchaseOrderId } = shipment.value
      const earlier = await receivedBefore(client, receipt)
      if (!earlier.ok) return earlier
      repeated = earlier.value
      if (repeated) return accept([])
      if (state === 'cancelled') return reject({ code: 'SHIPMENT_STATE', number, state })
      const lines = await linesOfShipment(client, shipmentId)
      const effects = receiveLines(lines, receipt.lines)
      if (!effects.ok) return effects
      const after = await writeReceipt(client, lines, effects.value)
      await touchShipment(client, shipmentId, { state: shipmentStateOf(after) })
      if (purchaseOrderId !== null) await settlePurchaseOrder(client, purchaseOrderId)
      const { happenedAt } = receipt
      const facts = {
        lines: effects.value.map((effect) => ({ ...effect, sku: skuOf(lines, effect.lineId) })),
        ...(happenedAt ? { happenedAt: happenedAt.toISOString() } : {}),
      }
      const contentHash = receiptHash(receipt)
      const told = { id: receipt.receiptId, shipmentId, type: 'received', facts, contentHash, origin }
      if (!(await tellShipment(client, told))) {
        // Told of another shipment in this very moment: its document is not the one that is locked here.
        const meanwhile = await receivedBefore(client, receipt)
        if (!meanwhile.ok) return meanwhile
        throw new Error(`receipt ${receipt.receiptId} was told of a shipment that was locked`)
      }
      const deltas = deltasOf(lines, effects.value)
      const bound = await rebind(client, { ...recordsOf(lines), causeOf: causeByLine(lines), origin, deltas })
      const observations = observationsOf(lines, effects.value, receipt)
      return accept([
        ...(observations.length > 0 ? [{ kind: 'observe', origin, observations } as const] : []),
        ...bound,
      ])
    },
  })
  return answer.ok ? accept({ repeated }) : answer
}

const skuOf = (lines: readonly LockedLine[], lineId: number): string =>
  lines.find((line) => line.lineId === lineId)?.sku ?? ''

const writeReceipt = async (
  client: pg.PoolClient,
  lines: readonly LockedLine[],
  effects: readonly ReceiptEffect[],
): Promise<readonly LockedLine[]> => {
  await client.query(
    `UPDATE inbound_shipment_line l SET received = l.received + e.received, damaged = l.damaged + e.damaged, closed = e.closed
    FROM unnest($1::int[], $2::int[], $3::int[], $4::boolean[]) AS e(id, received, damaged, closed) WHERE l.id = e.id`,
    [
      effects.map((effect) => effect.lineId),
      effects.map((effect) => effect.received),
      effects.map((effect) => effect.damaged),
      effects.map((effect) => effect.closed),
    ],
  )
  const byLine = new Map(effects.map((effect) => [effect.lineId, effect]))
  return lines.map((line) => {
    const effect = byLine.get(line.lineId)
    return effect
      ? {
          ...line,
          received: line.received + effect.received,
          damaged: line.damaged + effect.damaged,
          closed: effect.closed,
        }
      : line
  })
}

const recordOf = (lines: readonly LockedLine[], lineId: number): LockedLine => {
  const line = lines.find((one) => one.lineId === lineId)
  if (!line) throw new Error(`shipment line ${lineId} vanished`)
  return line
}

const deltasOf = (lines: readonly LockedLine[], effects: readonly ReceiptEffect[]): Map<number, LevelDelta> =>
  new Map(
    effects.map(({ lineId, received, damaged }) => [
      recordOf(lines, lineId).recordId,
      { onHand: received + damaged, unavailable: damaged },
    ]),
  )

/** Damaged pieces come in as well, and are set aside at once. */
const observationsOf = (
  lines: readonly LockedLine[],
  effects: readonly ReceiptEffect[],
  { receiptId, number, happenedAt }: ReceiveShipment,
): readonly Observation[] =>
  effects.flatMap(({ lineId, received, damaged }) => {
    const { recordId, variantId } = recordOf(lines, lineId)
    const common = {
      recordId,
      variantId,
      reason: 'receipt',
      note: number,
      ...(happenedAt ? { effectiveAt: happenedAt } : {}),
      cause: { type: 'shipment-line', id: String(lineId) } as const,
    }
    const came = received + damaged
    return [
      ...(came > 0
        ? [{ ...common, type: 'Received', quantity: came, dedupeKey: `receipt:${receiptId}:${lineId}` } as const]
        : []),
      ...(damaged > 0
        ? [{ ...common, type: 'Damaged', quantity: damaged, dedupeKey: `damaged:${receiptId}:${lineId}` } as const]
        : []),
    ]
  })
