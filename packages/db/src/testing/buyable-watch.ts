import {
  availableInFuture,
  availableToSell,
  EMPTY_STOCK,
  evolve,
  type StockEvent,
  type StockRecord,
} from '@selvedge/core'
import type { Pool } from 'pg'
import { type LevelRow, toRecord } from '../inventory/rows'

/**
 * A piece that was shown to somebody, with the sizes they wear of it where those are known; `isLater`: as one that can be
 * had later, by a day that was named.
 */
export type ShownPiece = {
  readonly productId: number
  readonly sizes?: readonly string[]
  readonly isLater?: boolean
  readonly atMs: number
}

type Variant = { readonly id: number; readonly productId: number; readonly size: string }
/** Units that could be bought, and of those to come promised, from a moment on, oldest first. */
type Units = { readonly units: number; readonly future: number }
type Timeline = (Units & { readonly atMs: number })[]

/** How long before an answer a piece has to have been unbuyable, throughout, for the answer to be wrong. */
export const THROUGHOUT_MS = 1_000

const ONLINE = 'JOIN location p ON p.id = l.location_id AND p.sells_online'

/**
 * Remembers what the ledger says can be bought, from now on: begun before stock moves, it judges afterwards what was
 * shown meanwhile. A piece is a violation when none of its SKUs (of those in the shopper's sizes, where they are known)
 * could be bought at any moment of the second before it was shown, nor, if it was shown as one to have later, be promised.
 * It reads entries, not projections.
 */
export async function watchBuyable(pool: Pool) {
  const { rows: clock } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  const { rows: levels } = await pool.query<LevelRow>(`SELECT l.* FROM stock_level l ${ONLINE}`)
  const { rows: variants } = await pool.query<Variant>(
    'SELECT id, product_id AS "productId", size FROM variant ORDER BY id',
  )
  const begun = clock[0]?.now
  if (begun === undefined) throw new Error('the database told no time')
  const records = new Map(levels.map((row) => [row.record_id, toRecord(row)]))
  const ofProduct = new Map<number, Variant[]>()
  for (const variant of variants) {
    ofProduct.set(variant.productId, [...(ofProduct.get(variant.productId) ?? []), variant])
  }
  return {
    /** Pieces among these that could not be bought, and how many pieces were sold out at some moment meanwhile. */
    judge: async (pieces: readonly ShownPiece[]) => {
      const timelines = await readTimelines(pool, records, begun)
      const wasBuyable = ({ productId, sizes, isLater = false, atMs }: ShownPiece): boolean =>
        (ofProduct.get(productId) ?? []).some(
          ({ id, size }) =>
            (sizes?.includes(size) ?? true) && hadUnits(timelines.get(id), isLater, atMs - THROUGHOUT_MS, atMs),
        )
      return {
        violations: pieces.filter((piece) => !wasBuyable(piece)),
        timesSoldOut: [...timelines.values()].reduce(
          (sum, line) => sum + line.filter(({ units }) => units === 0).length,
          0,
        ),
      }
    },
  }
}

/** What could be bought of each variant, from its levels at the beginning and every entry since. */
async function readTimelines(pool: Pool, begun: ReadonlyMap<number, StockRecord>, since: Date) {
  const { rows } = await pool.query<LevelEvent>(
    `SELECT e.record_id, e.version, e.type, e.quantity, e.recorded_at, r.variant_id, r.location_id
     FROM inventory_event e JOIN inventory_record r ON r.id = e.record_id
     JOIN location p ON p.id = r.location_id AND p.sells_online
     WHERE e.recorded_at >= $1 ORDER BY e.recorded_at, e.record_id, e.version`,
    [since],
  )
  const states = new Map(begun)
  const standing = new Map<number, Units>()
  const timelines = new Map<number, Timeline>()
  for (const state of states.values()) standing.set(state.variantId, sum(standing.get(state.variantId), state, 1))
  for (const [variantId, free] of standing) timelines.set(variantId, [{ atMs: Number.NEGATIVE_INFINITY, ...free }])
  for (const row of rows) {
    const before = states.get(row.record_id) ?? {
      ...EMPTY_STOCK,
      recordId: row.record_id,
      variantId: row.variant_id,
      locationId: row.location_id,
    }
    if (row.version <= before.version) continue
    const after = evolve(before, row)
    states.set(row.record_id, after)
    const free = sum(sum(standing.get(row.variant_id), before, -1), after, 1)
    standing.set(row.variant_id, free)
    const line = timelines.get(row.variant_id) ?? [{ atMs: Number.NEGATIVE_INFINITY, ...NOTHING }]
    line.push({ atMs: row.recorded_at.getTime(), ...free })
    timelines.set(row.variant_id, line)
  }
  return timelines
}

type LevelEvent = Pick<StockEvent, 'type' | 'quantity'> & {
  readonly record_id: number
  readonly version: number
  readonly recorded_at: Date
  readonly variant_id: number
  readonly location_id: number
}

const NOTHING: Units = { units: 0, future: 0 }
const sum = ({ units, future }: Units = NOTHING, state: StockRecord, times: 1 | -1): Units => ({
  units: units + times * availableToSell(state),
  future: future + times * availableInFuture(state),
})

/** Whether there was a unit, or where those count one to come, at any moment between the two. */
function hadUnits(line: Timeline = [], isLater: boolean, fromMs: number, toMs: number): boolean {
  let standing = 0
  for (const { atMs, units, future } of line) {
    const free = isLater ? units + future : units
    if (atMs > toMs) break
    if (atMs > fromMs && free > 0) return true
    standing = atMs <= fromMs ? free : standing
  }
  return standing > 0
}
