import type { AvailabilityView, BoughtTogether, Chosen, ChosenReason, Recommender, StockFeed } from '@selvedge/core'
import {
  blankFacts,
  buildCatalogueTable,
  buildShelves,
  createDefaultRanker,
  createEngine,
  createStockBits,
  type Engine,
  placeNeighbours,
  type Recommended,
  type ServedReason,
} from '@selvedge/recs'
import type { Pool } from 'pg'
import { type FollowedStock, followStock } from './live-stock-bits'
import { readCollectionTitles, readServedProducts } from './served-products'

export type LiveEngineDeps = {
  readonly pool: Pool
  readonly availability: Pick<AvailabilityView, 'ofSkus'>
  readonly feed: StockFeed
  readonly boughtTogether: BoughtTogether & { version(): string | undefined }
  readonly onFault: (fault: unknown) => void
}

export type LiveEngine = Recommender & {
  /** The engine that answers now; undefined before the first load. */
  engine(): Engine | undefined
  /** Reads the catalogue anew and lets the next answers come from it. Concurrent callers share one read. */
  refresh(): Promise<void>
  stop(): void
}

type Loaded = { readonly engine: Engine; readonly stock: FollowedStock; readonly titles: ReadonlyMap<string, string> }

const NEIGHBOURS = 40

/** The engine over this shop's catalogue, stock and models, held in memory and kept true. */
export const createLiveEngine = (deps: LiveEngineDeps): LiveEngine => {
  let loaded: Loaded | undefined
  let loading: Promise<void> | undefined

  const load = async (): Promise<void> => {
    const [products, titles] = await Promise.all([readServedProducts(deps.pool), readCollectionTitles(deps.pool)])
    const table = buildCatalogueTable(products)
    const bits = createStockBits(table)
    const stock = followStock(deps, table, bits)
    const ranker = createDefaultRanker()
    const version = deps.boughtTogether.version()
    const models = {
      together: placeNeighbours(table, (id) => deps.boughtTogether.neighboursOf(id, NEIGHBOURS)),
      ranker,
      shelves: buildShelves(table, [...titles.keys()]),
      versions: { ranker: ranker.version, ...(version === undefined ? {} : { together: version }) },
    }
    await stock.load()
    const before = loaded
    loaded = { engine: createEngine({ table, bits, facts: blankFacts(table.size), models, rules: [] }), stock, titles }
    before?.stock.stop()
  }

  return {
    engine: () => loaded?.engine,
    recommend: (ask) => {
      if (loaded === undefined || !loaded.stock.isLive()) return undefined
      const { engine, titles } = loaded
      const { items, candidates, versions } = engine.recommend(ask)
      return { products: items.map((item) => productOf(engine, titles, ask.shopper.sizes, item)), candidates, versions }
    },
    order: (ask) => (loaded?.stock.isLive() ? loaded.engine.order(ask) : undefined),
    refresh: () => {
      loading ??= load().finally(() => {
        loading = undefined
      })
      return loading
    },
    stop: () => loaded?.stock.stop(),
  }
}

function productOf(
  { state: { table, bits } }: Engine,
  titles: ReadonlyMap<string, string>,
  sizes: ReadonlyMap<string, readonly string[]>,
  { productId, place, source, score, reason, propensity }: Recommended,
): Chosen['products'][number] {
  const { buyable, total } = bits.sizes(place)
  const mine = sizes.get(table.categories.text(table.category[place] ?? 0))
  const inSizes = mine?.filter((size) => bits.hasAny(place, bits.maskOf([size])))
  return {
    productId,
    source,
    score,
    reason: namedReason(table.ids, titles, reason),
    stock: { available: bits.units(place), buyableSizes: buyable, totalSizes: total },
    ...(propensity === undefined ? {} : { propensity }),
    ...(inSizes === undefined ? {} : { inSizes }),
  }
}

function namedReason(ids: Int32Array, titles: ReadonlyMap<string, string>, reason: ServedReason): ChosenReason {
  switch (reason.code) {
    case 'BOUGHT_WITH':
    case 'LIKED_WITH':
    case 'LIKE_THE':
      return { code: reason.code, productId: ids[reason.place] ?? 0, interest: reason.interest }
    case 'VISITS_LIKE_THIS':
    case 'GOES_WITH':
      return { code: reason.code, productId: ids[reason.place] ?? 0 }
    case 'FROM_COLLECTION':
      return { code: reason.code, slug: reason.slug, title: titles.get(reason.slug) ?? reason.slug }
    default:
      return reason
  }
}
