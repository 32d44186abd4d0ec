import type { StockFeed } from '@selvedge/core'
import { ageingLift, blankFacts, type CatalogueTable, type ItemFacts } from '@selvedge/recs'
import type { Pool } from 'pg'
import { type CameBack, readCameBack } from './read-came-back'
import { type ProductFacts, readItemFacts, readProductLooks } from './read-item-facts'

export type LiveFactsDeps = {
  readonly pool: Pool
  readonly feed: StockFeed
  readonly nowMs: () => number
}

/** Products asked for at once; what is left waits for the next look. */
const AT_ONCE = 2_000
/** A day of lead times and looks changes slowly: all is read anew so often. */
const ALL_MS = 10 * 60_000
/** Nothing of it can leave today: as far away as a feature can say. */
const SHIPS_NEVER_DAYS = 60

/**
 * Keeps what is known of products beside the catalogue: read once for a table, anew for the products whose stock
 * changed, and all of it every ten minutes.
 */
export const followItemFacts = ({ pool, feed, nowMs }: LiveFactsDeps, table: CatalogueTable) => {
  const facts: ItemFacts = blankFacts(table.size, table.variants.skus.length)
  const changed = new Set<number>()
  /** What changed in the look before: that a size is back is written down by somebody else, and may come a moment later. */
  let before: readonly number[] = []
  let readAllAt = Number.NEGATIVE_INFINITY
  const unlisten = feed.listen({
    changed: ({ stock: { sku } }) => {
      const variant = table.variants.bySku.get(sku)
      if (variant !== undefined) changed.add(table.variants.productPlace[variant] ?? 0)
    },
    resumed: () => forget(),
  })
  const take = (rows: readonly ProductFacts[]): void => {
    for (const { productId, shipDays, shipDaysOf, marked } of rows) {
      const place = table.placeOf(productId)
      if (place < 0) continue
      facts.shipDays[place] = shipDays ?? SHIPS_NEVER_DAYS
      facts.shipVaries[place] = shipDaysOf === undefined ? 0 : 1
      for (const [sku, days] of Object.entries(shipDaysOf ?? {})) {
        const variant = table.variants.bySku.get(sku)
        if (variant !== undefined) facts.shipDaysOf[variant] = days
      }
      facts.promoted[place] = marked === undefined ? 0 : 1
      facts.markedAtMs[place] = marked?.atMs ?? 0
      facts.markedOff[place] = marked?.off ?? 0
      facts.lift[place] = marked === undefined ? 1 : ageingLift(marked.stockAgeDays, marked.off)
    }
  }
  const takeBack = (rows: readonly CameBack[]): void => {
    for (const { sku, atMs } of rows) {
      const variant = table.variants.bySku.get(sku)
      if (variant !== undefined) facts.backAtMs[variant] = atMs
    }
  }
  const forget = (): void => {
    readAllAt = Number.NEGATIVE_INFINITY
  }
  const readAll = async (): Promise<void> => {
    readAllAt = nowMs()
    changed.clear()
    take(await readItemFacts(pool))
    takeBack(await readCameBack(pool))
    for (const { productId, impressions, clicks } of await readProductLooks(pool)) {
      const place = table.placeOf(productId)
      if (place < 0) continue
      facts.impressions[place] = impressions
      facts.clicks[place] = clicks
    }
  }
  const readChanged = async (): Promise<void> => {
    if (changed.size + before.length === 0) return
    const places = [...changed].slice(0, AT_ONCE)
    for (const place of places) changed.delete(place)
    const ids = places.map((place) => table.ids[place] ?? 0)
    if (ids.length > 0) take(await readItemFacts(pool, ids))
    takeBack(await readCameBack(pool, [...ids, ...before]))
    before = ids
  }
  return {
    facts,
    /** Reads what changed since the last look; after one that failed the next reads all. */
    look: (): Promise<void> =>
      (nowMs() - readAllAt >= ALL_MS ? readAll() : readChanged()).catch((fault: unknown) => {
        forget()
        throw fault
      }),
    stop: unlisten,
  }
}
export type FollowedFacts = ReturnType<typeof followItemFacts>
