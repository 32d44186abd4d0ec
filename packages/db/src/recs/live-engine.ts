import {
  type BoughtTogether,
  type Experiment,
  type Levers,
  type MerchandisingRule,
  NO_LEVERS,
  type Placement,
  type PlacementPlan,
  type RecommendAsk,
  type Recommender,
  type UnitsToCome,
} from '@selvedge/core'
import {
  blankFacts,
  buildShelves,
  type CatalogueTable,
  createDefaultRanker,
  createEngine,
  DEFAULT_PLANS,
  type Engine,
  FEATURE_LAYOUT,
  type PlacedNeighbours,
  placeNeighbours,
  type Recommendation,
  type StockBits,
} from '@selvedge/recs'
import { chosenOf } from './chosen-of'
import { type ArmsMissing, armsMissing, armsThatAsk, conductedOf } from './conducted-experiments'
import { type Catalogue, createLiveCatalogue, type LiveCatalogueDeps } from './live-catalogue'
import { followVisits } from './live-visits'
import { createServedArtefacts } from './served-artefacts'
import { createTriedEngines } from './tried-engines'
import { createTriedModels } from './tried-models'

export type LiveEngineDeps = LiveCatalogueDeps & {
  readonly boughtTogether: BoughtTogether & { version(): string | undefined }
  readonly readLevers: () => Promise<Levers>
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
  /** The arms that keep an experiment from being conducted here; none before the first load. */
  armsMissing(): ArmsMissing
  /** As of the last look, and of every SKU of which something is sold ahead; undefined as well before the first load. */
  nextOf: UnitsToCome
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
  let missing: ArmsMissing = new Map()
  let together: LaidTogether | undefined

  /** Those that name no model go on while there is no engine: who is in which arm does not hang on it. */
  const conduct = (): void => {
    const answering = engine
    conducted = conductedOf(levers, (asked) => answering !== undefined && canAnswer(answering, asked))
  }
  const answerBy = (next: Engine): void => {
    engine = next
    prepare(next, armsThatAsk(levers))
    conduct()
    // Not before: what an experiment that has just begun asks for is laid first.
    missing = armsMissing(levers, (asked) => canAnswer(next, asked))
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
    for (let table: CatalogueTable | undefined; table !== catalogue.now()?.table; ) {
      table = catalogue.now()?.table
      if (table !== undefined) await layOver(table)
    }
  }
  /** Laid anew over another table and when another version is there. */
  const layTogether = (table: CatalogueTable): LaidTogether => {
    const version = boughtTogether.version()
    if (together !== undefined && together.table === table && together.version === version) return together
    return { table, version, laid: placeNeighbours(table, (id) => boughtTogether.neighboursOf(id, NEIGHBOURS)) }
  }
  const rebuild = ({ table, bits, shelves, live }: Catalogue): void => {
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
  const catalogue = createLiveCatalogue(deps, {
    alsoRead: () => Promise.all([readLevers(), artefacts.refresh()]),
    onTable: (table, bits) => {
      early ??= rulesAlone(table, bits, levers.rules)
      tellRules()
    },
    layOver,
    onRead: rebuild,
  })
  const isLive = (): boolean => catalogue.now()?.stock.isLive() ?? false
  const isStockKnown = (): boolean => catalogue.now()?.stock.isKnown() ?? false

  return {
    engine: () => engine,
    levers: () => levers,
    experiments: () => conducted,
    armsMissing: () => missing,
    nextOf: (sku) => catalogue.now()?.promises.nextOf(sku),
    planAt: (placement) => levers.plans[placement] ?? DEFAULT_PLANS[placement],
    recommend: (ask) => {
      const read = catalogue.now()
      if (engine === undefined || read === undefined || !isStockKnown()) return undefined
      const answer = engineFor(engine, ask).recommend(ask)
      return chosenOf(engine.state, read.titles, ask.shopper, answer, read.stock.asOfMs())
    },
    order: (ask) => (engine && isStockKnown() ? engineFor(engine, ask).order(ask) : undefined),
    isExcluded: (productId, placement) => (engine ?? early)?.isExcluded(productId, placement, deps.nowMs()) ?? false,
    rulesRead: () => rulesRead,
    inspect: (ask, rules) => {
      // It is told on the present stock, and nothing is looked up after it: as of an earlier moment it is no answer.
      if (engine === undefined || !isLive()) return undefined
      const ranked = engineFor(engine, ask)
      const asked = rules === undefined ? ranked : createEngine({ ...ranked.state, rules })
      return asked.recommend({ ...ask, isTraced: true })
    },
    refresh: catalogue.refresh,
    look: async () => {
      // A first load that failed, the database being slow to answer, is tried again: nothing else would.
      if (catalogue.now() === undefined) return catalogue.load()
      await catalogue.look()
      const isModelNew = await artefacts.refresh()
      await visits.look().catch(deps.onFault)
      const isLeverNew = await readLevers()
      const isOther = isModelNew || boughtTogether.version() !== together?.version
      if (!isOther && !isLeverNew) return
      await layArms()
      const read = catalogue.now()
      if (isOther && read !== undefined) return rebuild(read)
      if (engine !== undefined) {
        answerBy(createEngine({ ...engine.state, rules: levers.rules, plans: levers.plans }))
      }
    },
    stop: catalogue.stop,
  }
}
