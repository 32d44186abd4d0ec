import {
  type AvailabilityView,
  type BoughtTogether,
  type Experiment,
  type Levers,
  type MerchandisingRule,
  NO_LEVERS,
  type Placement,
  type PlacementPlan,
  type RecommendAsk,
  type Recommender,
  type StockFeed,
} from '@selvedge/core'
import {
  blankFacts,
  buildCatalogueTable,
  buildShelves,
  type CatalogueTable,
  createDefaultRanker,
  createEngine,
  createStockBits,
  DEFAULT_PLANS,
  type Engine,
  FEATURE_LAYOUT,
  type PlacedNeighbours,
  placeNeighbours,
  type Recommendation,
  type Shelves,
  type StockBits,
} from '@selvedge/recs'
import type { Pool } from 'pg'
import { readWantedIn } from '../popularity/read-wanted-in'
import { chosenOf } from './chosen-of'
import { armsThatAsk, conductedOf } from './conducted-experiments'
import { type FollowedFacts, followItemFacts } from './live-item-facts'
import { type FollowedPromises, followPromises } from './live-promises'
import { type FollowedStock, followStock } from './live-stock-bits'
import { followVisits } from './live-visits'
import { movedPrices, pricesFingerprint } from './moved-prices'
import { createServedArtefacts } from './served-artefacts'
import { readCollectionTitles, readServedProducts } from './served-products'
import { createTriedEngines } from './tried-engines'
import { createTriedModels } from './tried-models'

export type LiveEngineDeps = {
  readonly pool: Pool
  readonly availability: Pick<AvailabilityView, 'ofSkus'>
  readonly feed: StockFeed
  readonly boughtTogether: BoughtTogether & { version(): string | undefined }
  readonly readLevers: () => Promise<Levers>
  readonly nowMs: () => number
  /** Tells that days of supply to come may be others now; answers how to stop listening. */
  readonly onSupplyMoved?: (wake: () => void) => () => void
  readonly onFault: (fault: unknown) => void
  /** Told of products whose price is another, once answers go by the new one. */
  readonly onPrices?: (productIds: readonly number[]) => void
  /** Told after every reading of the catalogue which prices stand now, in one word. */
  readonly onPricesRead?: (fingerprint: string) => void
}

export type LiveEngine = Recommender & {
  /** The engine that answers now; undefined before the first load. */
  engine(): Engine | undefined
  /** An answer with everything that made it, as it would be with these rules instead of those in force; undefined as for `recommend`. */
  inspect(ask: RecommendAsk, rules?: readonly MerchandisingRule[]): Recommendation | undefined
  /** Levers as of the last look. */
  levers(): Levers
  /** Experiments as they are conducted here; one of which an arm cannot be answered as designed is not among them. */
  experiments(): readonly Experiment[]
  /** How a placement chooses as of the last look. */
  planAt(placement: Placement): PlacementPlan
  /** Resolves when it is known what rules keep back, long before the engine answers; never rejects. */
  rulesRead(): Promise<void>
  /** Reads the catalogue as it is from now on and lets the next answers come from it. Callers of one moment share a read. */
  refresh(): Promise<void>
  /** Looks for other models and levers; what is new answers from the next request on. */
  look(): Promise<void>
  stop(): void
}

type Catalogue = {
  readonly table: CatalogueTable
  readonly bits: StockBits
  readonly stock: FollowedStock
  readonly live: FollowedFacts
  readonly promises: FollowedPromises
  readonly titles: ReadonlyMap<string, string>
  readonly shelves: Shelves
}
type Followed = Pick<Catalogue, 'stock' | 'live' | 'promises'>

const stopFollowing = ({ stock, live, promises }: Followed): void => {
  stock.stop()
  live.stop()
  promises.stop()
}

type LaidTogether = {
  readonly table: CatalogueTable
  readonly version: string | undefined
  readonly laid: PlacedNeighbours
}

const NEIGHBOURS = 40

/** What rules keep back can be said without stock, facts and models. */
const rulesAlone = (table: CatalogueTable, bits: StockBits, rules: readonly MerchandisingRule[]): Engine =>
  createEngine({
    table,
    bits,
    facts: blankFacts(table.size),
    models: { ranker: createDefaultRanker(), shelves: buildShelves(table, []), versions: {} },
    rules,
  })

/** The engine over this shop's catalogue, stock, models and levers, held in memory and kept true. */
export const createLiveEngine = (deps: LiveEngineDeps): LiveEngine => {
  const { pool, boughtTogether } = deps
  const artefacts = createServedArtefacts(deps)
  const visits = followVisits({ pool, artefacts, nowMs: deps.nowMs })
  const tried = createTriedModels(deps)
  const { engineFor, lay, prepare, canAnswer } = createTriedEngines(tried, deps.onFault)
  let catalogue: Catalogue | undefined
  let engine: Engine | undefined
  /** Over the catalogue and rules alone, until there is an engine that answers. */
  let early: Engine | undefined
  let tellRules = (): void => undefined
  const rulesRead = new Promise<void>((resolve) => {
    tellRules = resolve
  })
  let levers = NO_LEVERS
  let leversSeen = ''
  let conducted: readonly Experiment[] = []
  let together: LaidTogether | undefined
  let loading: Promise<void> | undefined
  let again: Promise<void> | undefined

  /** Those that name no model go on while there is no engine: who is in which arm does not hang on it. */
  const conduct = (): void => {
    const answering = engine
    conducted = conductedOf(levers, (asked) => answering !== undefined && canAnswer(answering, asked))
  }
  const answerBy = (next: Engine): void => {
    engine = next
    prepare(next, armsThatAsk(levers))
    conduct()
  }
  /** Lays what arms ask for over a table; what they ask for may change meanwhile. */
  const layOver = async (table: CatalogueTable): Promise<void> => {
    for (let seen: Levers | undefined; seen !== levers; ) {
      seen = levers
      await lay(table, armsThatAsk(seen))
    }
  }
  /** The same over the table that answers, which may be another one by then. */
  const layArms = async (): Promise<void> => {
    for (let table: CatalogueTable | undefined; table !== catalogue?.table; ) {
      table = catalogue?.table
      if (table !== undefined) await layOver(table)
    }
  }
  /** Laid anew over another table and when another version is there. */
  const layTogether = (table: CatalogueTable): LaidTogether => {
    const version = boughtTogether.version()
    if (together !== undefined && together.table === table && together.version === version) return together
    return { table, version, laid: placeNeighbours(table, (id) => boughtTogether.neighboursOf(id, NEIGHBOURS)) }
  }
  const rebuild = (): void => {
    if (catalogue === undefined) return
    const { table, bits, shelves, live } = catalogue
    const ranker = artefacts.ranker() ?? createDefaultRanker()
    const placed = artefacts.placedOn(table)
    together = layTogether(table)
    const next = createEngine({
      table,
      bits,
      facts: live.facts,
      models: {
        together: together.laid,
        ...placed.models,
        ranker,
        shelves,
        versions: {
          ...placed.versions,
          ranker: ranker.version,
          features: FEATURE_LAYOUT,
          ...(together.version === undefined ? {} : { together: together.version }),
        },
      },
      rules: levers.rules,
      plans: levers.plans,
    })
    answerBy(next)
  }
  /** Whether other levers stand now, or a model that an arm was waiting for is there; only that costs a new engine. */
  const readLevers = async (): Promise<boolean> => {
    const read = await deps.readLevers()
    const seen = JSON.stringify(read)
    if (seen === leversSeen) return tried.isDue() && (await tried.follow(levers.experiments))
    await tried.follow(read.experiments)
    ;[levers, leversSeen] = [read, seen]
    conduct()
    return true
  }
  const load = async (): Promise<void> => {
    const [products, titles, wantedIn] = await Promise.all([
      readServedProducts(pool),
      readCollectionTitles(pool),
      readWantedIn(pool),
      readLevers(),
      artefacts.refresh(),
    ])
    const table = buildCatalogueTable(products)
    const bits = createStockBits(table)
    early ??= rulesAlone(table, bits, levers.rules)
    tellRules()
    const shelves = buildShelves(table, [...titles.keys()], wantedIn)
    const stock = followStock(deps, table, bits)
    const live = followItemFacts(deps, table)
    const promises = followPromises(deps, table, bits)
    try {
      await Promise.all([stock.load(), live.look().catch(deps.onFault)])
      await promises.look().catch(deps.onFault)
      await layOver(table)
    } catch (fault) {
      // Nobody else knows of these: they would hear of every change for ever.
      stopFollowing({ stock, live, promises })
      throw fault
    }
    const before = catalogue
    catalogue = { table, bits, stock, live, promises, titles, shelves }
    rebuild()
    deps.onPricesRead?.(pricesFingerprint(table))
    if (before === undefined) return
    stopFollowing(before)
    const moved = movedPrices(before.table, table)
    if (moved.length > 0) deps.onPrices?.(moved)
  }
  const loadOnce = (): Promise<void> => {
    loading ??= load().finally(() => {
      loading = undefined
    })
    return loading
  }
  /** A read that is under way may have passed what changed since: whoever comes meanwhile shares the one after it. */
  const refresh = (): Promise<void> => {
    if (loading === undefined) return loadOnce()
    again ??= loading
      .catch(() => undefined) // told to whoever began it
      .then(() => {
        again = undefined
        return loadOnce()
      })
    return again
  }
  const isLive = (): boolean => catalogue?.stock.isLive() ?? false
  const stopHearing = deps.onSupplyMoved?.(() => catalogue?.promises.supplyMoved())

  return {
    engine: () => engine,
    levers: () => levers,
    experiments: () => conducted,
    planAt: (placement) => levers.plans[placement] ?? DEFAULT_PLANS[placement],
    recommend: (ask) =>
      engine && catalogue && isLive()
        ? chosenOf(
            engine.state,
            catalogue.titles,
            ask.shopper,
            engineFor(engine, ask).recommend(ask),
            catalogue.stock.asOfMs(),
          )
        : undefined,
    order: (ask) => (engine && isLive() ? engineFor(engine, ask).order(ask) : undefined),
    isExcluded: (productId, placement) => (engine ?? early)?.isExcluded(productId, placement, deps.nowMs()) ?? false,
    rulesRead: () => rulesRead,
    inspect: (ask, rules) => {
      // While stock is read anew everything looks sold out: that is no answer either.
      if (engine === undefined || !isLive()) return undefined
      const ranked = engineFor(engine, ask)
      const asked = rules === undefined ? ranked : createEngine({ ...ranked.state, rules })
      return asked.recommend({ ...ask, isTraced: true })
    },
    refresh,
    look: async () => {
      // A first load that failed, the database being slow to answer, is tried again: nothing else would.
      if (catalogue === undefined) return loadOnce()
      await catalogue.live.look().catch(deps.onFault)
      await catalogue.promises.look().catch(deps.onFault)
      const isModelNew = await artefacts.refresh()
      await visits.look().catch(deps.onFault)
      const isLeverNew = await readLevers()
      const isOther = isModelNew || boughtTogether.version() !== together?.version
      if (!isOther && !isLeverNew) return
      await layArms()
      if (isOther) return rebuild()
      if (engine !== undefined) {
        answerBy(createEngine({ ...engine.state, rules: levers.rules, plans: levers.plans }))
      }
    },
    stop: () => {
      stopHearing?.()
      if (catalogue) stopFollowing(catalogue)
    },
  }
}
