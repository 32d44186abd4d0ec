import {
  addDays,
  availableToSell,
  type Day,
  EMPTY_STOCK,
  evolve,
  type StockEvent,
  type StockRecord,
} from '@selvedge/core'
import type { Pool } from 'pg'
import { type LevelRow, toRecord } from '../inventory/rows'
import { readComing } from './coming-units'

/** A piece that was shown to somebody, with the sizes they wear of it where those are known. */
export type ShownPiece = {
  readonly productId: number
  readonly sizes?: readonly string[]
  /** By which day its card said that it can be had, and how many days ahead it might be shown at all. */
  readonly later?: { readonly shipsBy: Day; readonly withinDays: number }
  readonly atMs: number
}

type Variant = { readonly id: number; readonly productId: number; readonly size: string }
/** The levels of a variant, place by place, from a moment on, oldest first; `units` could be bought of it. */
type Moment = { readonly atMs: number; readonly units: number; readonly levels: ReadonlyMap<number, StockRecord> }

/** How long before an answer a piece has to have been unbuyable, throughout, for the answer to be wrong. */
export const THROUGHOUT_MS = 1_000

const ONLINE = 'JOIN location p ON p.id = l.location_id AND p.sells_online'

/**
 * Remembers what the ledger says can be bought, from now on: begun before stock moves, it judges afterwards what was
 * shown meanwhile. A piece is a violation when none of its SKUs (of those in the shopper's sizes, where they are known)
 * could be bought at any moment of the second before it was shown, nor, if it was shown as one to have later, be promised
 * by the day that was said; or when that day was further ahead than it might be. It reads entries, not projections.
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
  const before = await readComing(
    pool,
    [...records.values()].filter(({ oversellCap }) => oversellCap > 0),
  )
  const ofProduct = new Map<number, Variant[]>()
  for (const variant of variants) {
    ofProduct.set(variant.productId, [...(ofProduct.get(variant.productId) ?? []), variant])
  }
  return {
    /** Pieces among these that could not be bought, and how many pieces were sold out at some moment meanwhile. */
    judge: async (pieces: readonly ShownPiece[]) => {
      const timelines = await readTimelines(pool, records, begun)
      // Shipments that are told for another day meanwhile count by both.
      const byDay = [before, await readComing(pool, soldAhead(timelines))]
      const isPromised = ({ levels }: Moment, shipsBy: Day): boolean =>
        [...levels.values()].some((level) => byDay.some((coming) => coming.isFreeBy(level, shipsBy)))
      const wasToBeHad = ({ productId, sizes, later, atMs }: ShownPiece): boolean => {
        if (later !== undefined && later.shipsBy > addDays(dayAt(atMs), later.withinDays)) return false
        const isOpen = (moment: Moment): boolean =>
          moment.units > 0 || (later !== undefined && isPromised(moment, later.shipsBy))
        return (ofProduct.get(productId) ?? []).some(
          ({ id, size }) =>
            (sizes?.includes(size) ?? true) &&
            standingBetween(timelines.get(id) ?? [], atMs - THROUGHOUT_MS, atMs).some(isOpen),
        )
      }
      return {
        violations: pieces.filter((piece) => !wasToBeHad(piece)),
        timesSoldOut: [...timelines.values()].reduce(
          (sum, line) => sum + line.filter(({ units }) => units === 0).length,
          0,
        ),
      }
    },
  }
}

const dayAt = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)

/** Records of which at any moment more might be promised than is there, as they stand last. */
function soldAhead(timelines: ReadonlyMap<number, readonly Moment[]>): readonly StockRecord[] {
  const latest = new Map<number, StockRecord>()
  const ahead = new Set<number>()
  for (const level of [...timelines.values()].flat().flatMap(({ levels }) => [...levels.values()])) {
    latest.set(level.recordId, level)
    if (level.oversellCap > 0) ahead.add(level.recordId)
  }
  return [...ahead].flatMap((recordId) => latest.get(recordId) ?? [])
}

/** What could be had of each variant, from its levels at the beginning and every entry since. */
async function readTimelines(pool: Pool, begun: ReadonlyMap<number, StockRecord>, since: Date) {
  const { rows } = await pool.query<LevelEvent>(
    `SELECT e.record_id, e.version, e.type, e.quantity, e.recorded_at, r.variant_id, r.location_id
     FROM inventory_event e JOIN inventory_record r ON r.id = e.record_id
     JOIN location p ON p.id = r.location_id AND p.sells_online
     WHERE e.recorded_at >= $1 ORDER BY e.recorded_at, e.record_id, e.version`,
    [since],
  )
  const timelines = new Map<number, Moment[]>()
  const atFirst = new Map<number, StockRecord[]>()
  for (const state of begun.values()) atFirst.set(state.variantId, [...(atFirst.get(state.variantId) ?? []), state])
  for (const [variantId, states] of atFirst) {
    const levels = new Map(states.map((state) => [state.recordId, state]))
    timelines.set(variantId, [momentOf(Number.NEGATIVE_INFINITY, levels)])
  }
  for (const row of rows) {
    const line = timelines.get(row.variant_id) ?? [momentOf(Number.NEGATIVE_INFINITY, new Map())]
    const levels = line.at(-1)?.levels ?? new Map<number, StockRecord>()
    const before = levels.get(row.record_id) ?? {
      ...EMPTY_STOCK,
      recordId: row.record_id,
      variantId: row.variant_id,
      locationId: row.location_id,
    }
    if (row.version <= before.version) continue
    line.push(momentOf(row.recorded_at.getTime(), new Map([...levels, [row.record_id, evolve(before, row)]])))
    timelines.set(row.variant_id, line)
  }
  return timelines
}

const momentOf = (atMs: number, levels: ReadonlyMap<number, StockRecord>): Moment => ({
  atMs,
  units: [...levels.values()].reduce((sum, level) => sum + availableToSell(level), 0),
  levels,
})

type LevelEvent = Pick<StockEvent, 'type' | 'quantity'> & {
  readonly record_id: number
  readonly version: number
  readonly recorded_at: Date
  readonly variant_id: number
  readonly location_id: number
}

/** How things stood at the first of two moments, and every change up to the second. */
function standingBetween(line: readonly Moment[], fromMs: number, toMs: number): readonly Moment[] {
  const after = line.findIndex(({ atMs }) => atMs > fromMs)
  const first = after === -1 ? line.length - 1 : after - 1
  return line.slice(Math.max(0, first)).filter(({ atMs }) => atMs <= toMs)
}
