import {
  availableInFuture,
  bindPromises,
  type Day,
  type HoldPromise,
  type SupplyOutlook,
  shipByOf,
  supplyOutlook,
} from '@selvedge/core'
import type pg from 'pg'
import { type LevelRow, toRecord } from '../inventory/rows'
import { holdKey, queueOfRecord } from './queue-of-record'
import { readWaiting } from './read-waiting'

type SellingLevel = LevelRow & { due: number }

/** Levels at places that sell online, with the units of holds past their expiry that nobody has expired yet. */
const SELLING_LEVELS = {
  name: 'supply-selling-levels',
  text: `SELECT l.*, coalesce((SELECT sum(r.quantity)::int FROM reservation r WHERE r.record_id = l.record_id AND r.state = 'held'
    AND r.expires_at <= (SELECT clock_timestamp())), 0) AS due
  FROM stock_level l JOIN location place ON place.id = l.location_id AND place.sells_online
  WHERE l.variant_id = ANY($1::int[]) AND l.oversell_cap > 0 ORDER BY l.record_id`,
}

/** See the port. Two statements, however many SKUs. */
export const readOutlook = async (
  pool: pg.Pool,
  variantIds: readonly number[],
): Promise<ReadonlyMap<number, SupplyOutlook>> => {
  if (variantIds.length === 0) return new Map()
  const { rows } = await pool.query<SellingLevel>({ ...SELLING_LEVELS, values: [variantIds] })
  if (rows.length === 0) return new Map()
  const waiting = await readWaiting(
    pool,
    rows.map((row) => row.record_id),
  )
  const outlooks = new Map<number, SupplyOutlook>()
  for (const variantId of new Set(rows.map((row) => row.variant_id))) {
    const records = rows
      .filter((row) => row.variant_id === variantId)
      .map((row) => {
        const record = toRecord(row)
        const { supply, queue, presaleLines, backorderDays } = queueOfRecord(record, waiting)
        const capLeft = availableInFuture(record, row.due)
        return { supply, queue, presaleLines, capLeft, backorderLeadDays: backorderDays }
      })
    const outlook = supplyOutlook(records, waiting.today)
    if (outlook) outlooks.set(variantId, outlook)
  }
  return outlooks
}

/** See the port: each hold at its place in the queue of the records it draws on. */
export const readHoldPromises = async (
  pool: pg.Pool,
  cartId: string,
  holdIds: readonly string[],
): Promise<ReadonlyMap<string, HoldPromise>> => {
  if (holdIds.length === 0) return new Map()
  const { rows: parts } = await pool.query<{ id: string; record_id: number; future_units: number }>({
    name: 'supply-future-parts',
    text: `SELECT id, record_id, future_units FROM reservation WHERE cart_id = $1 AND id = ANY($2::uuid[]) AND future_units > 0
      AND state IN ('held', 'committed')`,
    values: [cartId, holdIds],
  })
  if (parts.length === 0) return new Map()
  const recordIds = [...new Set(parts.map((part) => part.record_id))]
  const [{ rows: levels }, waiting] = await Promise.all([
    pool.query<LevelRow>('SELECT * FROM stock_level WHERE record_id = ANY($1::int[])', [recordIds]),
    readWaiting(pool, recordIds),
  ])
  const promises = new Map<string, HoldPromise>()
  for (const level of levels) {
    const { queue, supply, presaleLines } = queueOfRecord(toRecord(level), waiting)
    const bound = new Map(bindPromises(queue, supply).bound.map((one) => [one.key, one.bindings]))
    for (const part of parts) {
      const bindings = part.record_id === level.record_id ? bound.get(holdKey(cartId, part.id)) : undefined
      if (!bindings) continue
      const isPreorder = bindings.some((one) => one.source === 'shipment' && presaleLines.has(one.shipmentLineId))
      const earlier = promises.get(part.id)
      const shipsOn = wholeDay(earlier, shipByOf(bindings))
      promises.set(part.id, {
        kind: isPreorder ? 'preorder' : (earlier?.kind ?? 'backorder'),
        ...(shipsOn === undefined ? {} : { shipsOn }),
        futureUnits: (earlier?.futureUnits ?? 0) + part.future_units,
      })
    }
  }
  return promises
}

/** The day all parts of a hold can leave: the latest of theirs, and none while one of them has none. */
const wholeDay = (earlier: HoldPromise | undefined, day: Day | undefined): Day | undefined => {
  if (!earlier || day === undefined) return day
  return earlier.shipsOn === undefined || earlier.shipsOn > day ? earlier.shipsOn : day
}
