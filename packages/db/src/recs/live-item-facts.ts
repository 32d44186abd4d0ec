import type { StockFeed } from '@selvedge/core'
import { blankFacts, type CatalogueTable, type ItemFacts } from '@selvedge/recs'
import type { Pool } from 'pg'
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
  const facts: ItemFacts = blankFacts(table.size)
  const changed = new Set<number>()
  let readAllAt = Number.NEGATIVE_INFINITY
  const unlisten = feed.listen({
    changed: ({ stock: { sku } }) => {
      const variant = table.variants.bySku.get(sku)
      if (variant !== undefined) changed.add(table.variants.productPlace[variant] ?? 0)
    },
    resumed: () => forget(),
  })
  const take = (rows: readonly ProductFacts[]): void => {
    for (const { productId, shipDays, isPromoted } of rows) {
      const place = table.placeOf(productId)
      if (place < 0) continue
      facts.shipDays[place] = shipDays ?? SHIPS_NEVER_DAYS
      facts.promoted[place] = isPromoted ? 1 : 0
    }
  }
  const forget = (): void => {
    readAllAt = Number.NEGATIVE_INFINITY
  }
  const readAll = async (): Promise<void> => {
    readAllAt = nowMs()
    changed.clear()
    take(await readItemFacts(pool))
    for (const { productId, impressions, clicks } of await readProductLooks(pool)) {
      const place = table.placeOf(productId)
      if (place < 0) continue
      facts.impressions[place] = impressions
      facts.clicks[place] = clicks
    }
  }
  const readChanged = async (): Promise<void> => {
    if (changed.size === 0) return
    const places = [...changed].slice(0, AT_ONCE)
    for (const place of places) changed.delete(place)
    const ids = places.map((place) => table.ids[place] ?? 0)
    take(await readItemFacts(pool, ids))
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
