import type { StockFeed, SupplyOutlook, UnitsToCome } from '@selvedge/core'
import { type CatalogueTable, dayNumber, dayNumberOf, dayOf, type NextUnit, type StockBits } from '@selvedge/recs'
import type { Pool } from 'pg'
import { readOutlook } from '../supply/read-outlook'

export type LivePromisesDeps = {
  readonly pool: Pool
  readonly feed: StockFeed
  readonly nowMs: () => number
}

/** SKUs whose queues are read at once. */
const AT_ONCE = 500
/** A shipment may be told for another day by a hint that was lost: all days are looked up anew so often. */
const ALL_MS = 60_000
/** Hints come with every unit that is sold ahead: where many SKUs are, all of them are not looked up at each. */
const HINTED_MS = 10_000

/**
 * Keeps by which day units to come may be promised, as bag and product page would say it. How many may be is in the stock
 * bits with everything else that is sold; the day hangs on the queue, so that a SKU whose units moved is looked up again.
 */
export const followPromises = ({ pool, feed, nowMs }: LivePromisesDeps, table: CatalogueTable, bits: StockBits) => {
  const moved = new Set<string>()
  let readAllAt = Number.NEGATIVE_INFINITY
  let isHinted = false
  const unlisten = feed.listen({
    changed: ({ stock: { sku, future = 0 } }) => {
      if (future > 0 && table.variants.bySku.has(sku)) moved.add(sku)
    },
    resumed: () => forget(),
  })
  const forget = (): void => {
    readAllAt = Number.NEGATIVE_INFINITY
  }
  const asked = (): readonly string[] => {
    const all = bits.promisable('all')
    const restMs = !isHinted ? ALL_MS : all.length > AT_ONCE ? HINTED_MS : 0
    if (nowMs() - readAllAt < restMs) return [...new Set([...moved, ...bits.promisable('undated')])]
    readAllAt = nowMs()
    isHinted = false
    return all
  }
  /** With another next unit, and nobody told of it yet: a reading that fails half way has taken in some. */
  const untold = new Set<string>()
  const read = async (): Promise<readonly string[]> => {
    const skus = asked()
    moved.clear()
    for (let from = 0; from < skus.length; from += AT_ONCE) {
      for (const [sku, next] of await readNext(pool, skus.slice(from, from + AT_ONCE))) {
        if (bits.promise(sku, next)) untold.add(sku)
      }
    }
    const told = [...untold]
    untold.clear()
    return told
  }
  const nextOf: UnitsToCome = (sku) => {
    const next = bits.nextOf(sku)
    if (next === undefined) return undefined
    // A day that has passed since it was looked up is nobody's word.
    return { kind: next.kind, ...(next.day < dayNumber(nowMs()) ? {} : { shipsBy: dayOf(next.day) }) }
  }
  return {
    nextOf,
    /**
     * Looks up what moved since the last look, and answers which SKUs have another next unit; after one that failed the next
     * looks up all.
     */
    look: (): Promise<readonly string[]> =>
      read().catch((fault: unknown) => {
        forget()
        throw fault
      }),
    /** Days may be others now: a look soon asks for all. */
    supplyMoved: (): void => {
      isHinted = true
    },
    stop: unlisten,
  }
}
export type FollowedPromises = ReturnType<typeof followPromises>

/** The next unit to come of each of these SKUs, its day 0 while its shipment is overdue; undefined where there is none. */
async function readNext(
  pool: Pool,
  skus: readonly string[],
): Promise<readonly (readonly [string, NextUnit | undefined])[]> {
  const { rows } = await pool.query<{ id: number; sku: string }>(
    'SELECT id, sku FROM variant WHERE sku = ANY($1::text[])',
    [skus],
  )
  const outlooks = await readOutlook(
    pool,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, sku }) => [sku, unitOf(outlooks.get(id))])
}

const unitOf = (outlook: SupplyOutlook | undefined): NextUnit | undefined =>
  outlook && { day: outlook.shipsOn === undefined ? 0 : dayNumberOf(outlook.shipsOn), kind: outlook.kind }
