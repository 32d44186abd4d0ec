import {
  accept,
  type FulfilmentRejection,
  type FulfilmentView,
  type Observation,
  type Origin,
  type PackedLine,
  type PackParcel,
  packLines,
  type RelocateAllocation,
  type Result,
  reject,
  type StockCommand,
  type StockRejection,
} from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { transactOrRefuse } from '../inventory/transact-or-refuse'
import { appendOrderEvent } from '../orders/append-order-event'
import { lockLevels } from '../supply/lock-levels'
import { type LockedLine, type LockedParcel, lockParcel } from './lock-order'
import { shownFulfilment } from './read-fulfilment'

type Packed = Result<FulfilmentView, FulfilmentRejection | StockRejection>
/** `packed` is absent when the box was closed before with the same in it. */
type Packing = {
  readonly commands: readonly StockCommand[]
  readonly locked: LockedParcel
  readonly packed?: readonly PackedLine[]
  readonly missing: number
}

/**
 * Closes the box. What the picker did not find is a physical observation: it leaves the books as missing, in the same
 * transaction, after its promise has moved to a place that has such units free, if there is one.
 */
export const packParcel = (
  engine: Pick<PgStockEngine, 'transact'>,
  request: PackParcel,
  origin: Origin,
): Promise<Packed> =>
  transactOrRefuse(engine, {
    plan: async (client): Promise<Result<Packing, FulfilmentRejection>> => {
      const locked = await lockParcel(client, request.parcelId)
      if (!locked.ok) return locked
      const { state, lines, parcelId } = locked.value
      const packed = packLines(lines, request)
      if (!packed.ok) return packed
      if (state === 'packed' && packed.value.every((line) => wasPacked(lines, line)))
        return accept({ commands: [], locked: locked.value, missing: 0 })
      if (state !== 'picking') return reject({ code: 'PARCEL_STATE', parcelId, state })
      const short = packed.value.filter((line) => line.packed < line.quantity)
      const commands = short.length === 0 ? [] : await reportMissing(client, { parcel: locked.value, short, origin })
      const missing = short.reduce((sum, line) => sum + line.quantity - line.packed, 0)
      return accept({ commands, locked: locked.value, packed: packed.value, missing })
    },
    write: async (client, { locked, packed, missing }) => {
      const { order, parcelId } = locked
      if (packed) {
        await writePacked(client, parcelId, packed)
        await appendOrderEvent(client, origin, {
          orderId: order.orderId,
          type: 'packed',
          facts: { parcelId, ...(missing > 0 ? { missing } : {}) },
          message: 'ParcelChanged',
        })
      }
      return await shownFulfilment(client, order.number)
    },
  })

const wasPacked = (lines: readonly LockedLine[], { lineNo, packed }: PackedLine): boolean =>
  lines.some((line) => line.lineNo === lineNo && 'packed' in line && line.packed === packed)

const writePacked = async (client: pg.PoolClient, parcelId: string, packed: readonly PackedLine[]): Promise<void> => {
  await client.query(
    `UPDATE parcel_line l SET packed = p.packed FROM unnest($2::int[], $3::int[]) AS p(line_no, packed)
    WHERE l.parcel_id = $1 AND l.line_no = p.line_no`,
    [parcelId, packed.map((line) => line.lineNo), packed.map((line) => line.packed)],
  )
  await client.query(`UPDATE parcel SET state = 'packed', packed_at = clock_timestamp() WHERE id = $1`, [parcelId])
}

type Missing = { readonly parcel: LockedParcel; readonly short: readonly PackedLine[]; readonly origin: Origin }

const reportMissing = async (
  client: pg.PoolClient,
  { parcel, short, origin }: Missing,
): Promise<readonly StockCommand[]> => {
  const { order, lines, parcelId } = parcel
  const relocations: RelocateAllocation[] = []
  const observations: Observation[] = []
  const of = new Map(lines.map((line) => [line.lineNo, line]))
  await lockLevels(
    client,
    short.flatMap(({ lineNo }) => of.get(lineNo)?.variantId ?? []),
  )
  for (const { lineNo, recordId, quantity, packed } of short) {
    const { variantId, holdId } = of.get(lineNo) ?? {}
    if (variantId === undefined || !holdId || order.cartId === null) throw new Error(`line ${lineNo} has no hold`)
    const units = quantity - packed
    const cause = { type: 'order-line', id: `${order.orderId}:${lineNo}` } as const
    const toRecordId = await findElsewhere(client, { variantId, recordId, units })
    if (toRecordId !== undefined)
      relocations.push({
        kind: 'relocate',
        origin,
        cause,
        cartId: order.cartId,
        reservationId: holdId,
        variantId,
        fromRecordId: recordId,
        toRecordId,
        quantity: units,
        reason: 'not-found',
      })
    observations.push({
      variantId,
      recordId,
      type: 'Adjusted',
      quantity: -units,
      reason: 'not-found',
      cause,
      dedupeKey: `parcel-${parcelId}-${lineNo}`,
    })
  }
  // The promise moves first: otherwise somebody's hold at this place would give way for units that are not needed here.
  return [...relocations, { kind: 'observe', origin, observations }]
}

/** The first place that sells online and has so many units free. Its levels are locked by the caller. */
const findElsewhere = async (
  client: pg.PoolClient,
  { variantId, recordId, units }: { variantId: number; recordId: number; units: number },
): Promise<number | undefined> => {
  const { rows } = await client.query<{ record_id: number }>(
    `SELECT s.record_id FROM stock_level s JOIN location l ON l.id = s.location_id
    WHERE s.variant_id = $1 AND s.record_id <> $2 AND l.sells_online
      AND s.on_hand - s.allocated - s.reserved - s.unavailable - s.safety_stock >= $3
    ORDER BY l.priority, s.record_id LIMIT 1`,
    [variantId, recordId, units],
  )
  return rows[0]?.record_id
}
