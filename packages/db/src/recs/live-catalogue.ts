import type { StockFeed } from '@selvedge/core'
import {
  buildCatalogueTable,
  buildShelves,
  type CatalogueTable,
  createStockBits,
  type Shelves,
  type StockBits,
} from '@selvedge/recs'
import type { Pool } from 'pg'
import { readWantedIn } from '../popularity/read-wanted-in'
import { type FollowedFacts, followItemFacts } from './live-item-facts'
import { type FollowedPromises, followPromises } from './live-promises'
import { type FollowedStock, followStock, type LiveStockDeps } from './live-stock-bits'
import { movedPrices, pricesFingerprint } from './moved-prices'
import { readCollectionTitles, readServedProducts } from './served-products'

export type LiveCatalogueDeps = LiveStockDeps & {
  readonly pool: Pool
  readonly feed: StockFeed
  readonly nowMs: () => number
  /** Tells that days of supply to come may be others now; answers how to stop listening. */
  readonly onSupplyMoved?: (wake: () => void) => () => void
  /** Told of products whose price is another, once answers go by the new one. */
  readonly onPrices?: (productIds: readonly number[]) => void
  /** Told of SKUs whose next unit to come is another, once it is answered. */
  readonly onUnitsToCome?: (skus: readonly string[]) => void
  /** Told after every reading of the catalogue which prices stand now, in one word. */
  readonly onPricesRead?: (fingerprint: string) => void
}

/** One reading of the catalogue, with what is followed of it since. */
export type Catalogue = {
  readonly table: CatalogueTable
  readonly bits: StockBits
  readonly stock: FollowedStock
  readonly live: FollowedFacts
  readonly promises: FollowedPromises
  readonly titles: ReadonlyMap<string, string>
  readonly shelves: Shelves
}

/** What answers from the catalogue, step by step of its reading. */
export type AnswersFrom = {
  /** Read beside it. */
  readonly alsoRead: () => Promise<unknown>
  /** There is a table with nothing known of its stock yet. */
  readonly onTable: (table: CatalogueTable, bits: StockBits) => void
  /** Makes over the table what takes a while; the older one answers meanwhile. */
  readonly layOver: (table: CatalogueTable) => Promise<void>
  /** This one answers from now on. */
  readonly onRead: (catalogue: Catalogue) => void
}

export type LiveCatalogue = {
  /** The one that answers; undefined before the first reading. */
  now(): Catalogue | undefined
  /** Reads it, unless that is under way. */
  load(): Promise<void>
  /** Reads it as it is from now on. Callers of one moment share a read. */
  refresh(): Promise<void>
  /** Looks what moved of facts and days; stock tells by itself, and is read anew here while nobody tells. */
  look(): Promise<void>
  stop(): void
}

type Followed = Pick<Catalogue, 'stock' | 'live' | 'promises'>

const stopFollowing = ({ stock, live, promises }: Followed): void => {
  stock.stop()
  live.stop()
  promises.stop()
}

/** This shop's catalogue in memory: read whole, its stock, facts and promises followed until the next reading. */
export const createLiveCatalogue = (deps: LiveCatalogueDeps, answers: AnswersFrom): LiveCatalogue => {
  const { pool } = deps
  let catalogue: Catalogue | undefined
  let loading: Promise<void> | undefined
  let again: Promise<void> | undefined

  const read = async (): Promise<void> => {
    const [products, titles, wantedIn] = await Promise.all([
      readServedProducts(pool),
      readCollectionTitles(pool),
      readWantedIn(pool),
      answers.alsoRead(),
    ])
    const table = buildCatalogueTable(products)
    const bits = createStockBits(table)
    answers.onTable(table, bits)
    const shelves = buildShelves(table, [...titles.keys()], wantedIn)
    // What the one before has heard of was committed before this one reads.
    const stock = followStock(deps, table, bits, catalogue?.stock.isLive() ? catalogue.stock.asOfMs() : 0)
    const live = followItemFacts(deps, table)
    const promises = followPromises(deps, table, bits)
    try {
      await Promise.all([stock.load(), live.look().catch(deps.onFault)])
      await promises.look().catch(deps.onFault)
      await answers.layOver(table)
    } catch (fault) {
      // Nobody else knows of these: they would hear of every change for ever.
      stopFollowing({ stock, live, promises })
      throw fault
    }
    const before = catalogue
    catalogue = { table, bits, stock, live, promises, titles, shelves }
    answers.onRead(catalogue)
    deps.onPricesRead?.(pricesFingerprint(table))
    deps.onUnitsToCome?.(bits.promisable('all'))
    if (before === undefined) return
    stopFollowing(before)
    const moved = movedPrices(before.table, table)
    if (moved.length > 0) deps.onPrices?.(moved)
  }
  const load = (): Promise<void> => {
    loading ??= read().finally(() => {
      loading = undefined
    })
    return loading
  }
  /** A read that is under way may have passed what changed since: whoever comes meanwhile shares the one after it. */
  const refresh = (): Promise<void> => {
    if (loading === undefined) return load()
    again ??= loading
      .catch(() => undefined) // told to whoever began it
      .then(() => {
        again = undefined
        return load()
      })
    return again
  }
  const stopHearing = deps.onSupplyMoved?.(() => catalogue?.promises.supplyMoved())

  return {
    now: () => catalogue,
    load,
    refresh,
    look: async () => {
      await catalogue?.stock.look().catch(deps.onFault)
      await catalogue?.live.look().catch(deps.onFault)
      const others = await catalogue?.promises.look().catch(deps.onFault)
      if (others) deps.onUnitsToCome?.(others)
    },
    stop: () => {
      stopHearing?.()
      if (catalogue) stopFollowing(catalogue)
    },
  }
}
