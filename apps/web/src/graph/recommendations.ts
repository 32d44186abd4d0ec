import { randomUUID } from 'node:crypto'
import {
  type ArmOfPerson,
  type BehaviourService,
  type BodyAnswer,
  createAlertSuggestions,
  createFeedService,
  createInspector,
  createLayStock,
  createPersonalListing,
  createSizeAdvice,
  type Origin,
  type Page,
  personKeySchema,
  type ServedAnswer,
  type ShopperView,
  type SignalFactsReader,
  shopperViewOf,
  shownRails,
} from '@selvedge/core'
import {
  appendExposures,
  createCatalogReader,
  createFeedFigures,
  createFitAdvisor,
  createKeptArms,
  createLeverStore,
  createLiveEngine,
  createModelRegistry,
  createPollDesk,
  createServedLog,
  createWearers,
  type Exposure,
  type KeptArms,
  readNotSoldIn,
  type WatchedTogether,
} from '@selvedge/db'
import { createCardShelf, createOrderMemory, createPriceMarkStore, type HotProfiles } from '@selvedge/infra'
import { DEFAULT_PLANS, FEATURE_LAYOUT, FEATURE_NAMES } from '@selvedge/recs'
import type { ReadWatch } from '../http/page-reads'
import { createPriceMoments } from '../live/price-moments'
import { createBatchWriter } from '../recommendations/batch-writer'
import { feedReads } from '../recommendations/feed-reads'
import { createExperimentReader } from '../recommendations/read-experiment'
import { createServedWriter } from '../recommendations/served-writer'
import { rememberBodies } from '../recommendations/told-bodies'
import { within } from '../recommendations/within'
import type { buildCatalogue } from './catalogue'
import type { Connections } from './connections'
import { notedView } from './noted-reads'
import type { Stock } from './stock'

/** Changes of the catalogue that come together make one new table. */
const SETTLE_MS = 2_000
/** How often other levers and models are looked for. */
const LOOK_MS = 2_000
/** A profile that takes longer is done without: the page has its own budget. */
const PROFILE_BUDGET_MS = 60
/** Whoever asks why waits for the shopper asked about: without the profile the answer would be somebody else's. */
const EXPLAINED_PROFILE_BUDGET_MS = 3_000

export type RecommendationParts = {
  readonly stock: Stock
  readonly catalogue: ReturnType<typeof buildCatalogue>
  readonly boughtTogether: WatchedTogether
  readonly watch: ReadWatch
  readonly profiles: Pick<HotProfiles, 'read' | 'standingOf'>
  readonly alerts: BehaviourService['alerts']
  readonly facts: SignalFactsReader
  readonly askForTraining: (origin: Origin) => Promise<void>
  /** Told of products whose price moved, once what is chosen goes by the new one. */
  readonly onPrices: (productIds: readonly number[]) => void
  /** Told since when prices stand as the engine read them first. */
  readonly onPricesStand: (sinceMs: number) => void
  /** Told of SKUs of which the next unit to come is another. */
  readonly onUnitsToCome: (skus: readonly string[]) => void
}

/** What is chosen for whom: the engine in memory, kept true by stock, catalogue, models and levers. */
export const buildRecommendations = (connections: Connections, parts: RecommendationParts) => {
  const { pool, feed, onFault } = connections
  const { stock, catalogue, boughtTogether, profiles, watch } = parts
  const fault = onFault('recommendations')
  const levers = createLeverStore({ pool })
  const served = createServedLog({ pool })
  const figures = createFeedFigures({ pool })
  const pricesRead = createPriceMoments({
    store: createPriceMarkStore(connections),
    nowMs: Date.now,
    onKnown: parts.onPricesStand,
    onFault: fault,
  })
  const engine = createLiveEngine({
    pool,
    availability: stock.view,
    feed,
    boughtTogether,
    readLevers: levers.read,
    nowMs: Date.now,
    // Where a shipment is told for another day, and where units to come are promised.
    onSupplyMoved: (wake) => connections.staffHints.onHint('supply', wake),
    onFault: fault,
    onPrices: parts.onPrices,
    onUnitsToCome: parts.onUnitsToCome,
    onPricesRead: (fingerprint) => void pricesRead(fingerprint).catch(fault),
  })
  const keptArms = createKeptArms(pool)
  const experiments = () => keptArms.over(engine.experiments())
  const shelf = createCardShelf(createCatalogReader({ pool }).cards)
  const answers = createServedWriter({ served, standingOf: profiles.standingOf, onFault: fault })
  const exposures = createBatchWriter<Exposure>({ write: (rows) => appendExposures(pool, rows), onFault: fault })
  const wearers = createWearers(pool)
  const bodies = rememberBodies(wearers, Date.now)
  /** A body that cannot be read in time is done without: pieces are then judged by how they fit everybody. */
  const bodyOf = (person: string): Promise<BodyAnswer | undefined> =>
    within(PROFILE_BUDGET_MS, bodies.told(person)).catch((problem: unknown) => {
      fault(problem)
      return undefined
    })
  const readShopperWithin =
    (budgetMs: number) =>
    async (person: string, nowMs: number): Promise<ShopperView | undefined> => {
      const [profile, body] = await Promise.all([
        within(budgetMs, profiles.read(personKeySchema.parse(person))),
        bodyOf(person),
      ])
      return profile && shopperViewOf(profile, nowMs, body)
    }
  const readShopper = readShopperWithin(PROFILE_BUDGET_MS)
  const exposed = (person: string, arms: readonly ArmOfPerson[], nowMs: number): void => {
    for (const { experiment, arm } of arms) exposures.add({ experiment, person, arm, exposedAt: new Date(nowMs) })
  }
  const log = (answer: ServedAnswer): void => {
    answers.add(answer)
    const { person, servedAtMs, experiments: arms } = answer
    if (person !== undefined) exposed(person, arms, servedAtMs)
  }

  const fit = createFitAdvisor({ pool, onFault: fault })
  const stopFollowing = followChanges(engine, shelf, catalogue, keptArms, fault)
  return {
    services: {
      feed: createFeedService({
        recommender: engine,
        readShopper,
        ...feedReads({
          shelf,
          popular: catalogue.reader.popular,
          availability: notedView(stock.view, watch),
          notSoldIn: (country) => readNotSoldIn(pool, country),
          nowMs: Date.now,
          onFault: (part, problem) => onFault(part)(problem),
        }),
        experiments,
        planAt: engine.planAt,
        log,
        nowMs: Date.now,
        newId: () => randomUUID(),
        onFault: (part, problem) => onFault(part)(problem),
      }),
      personalListing: createPersonalListing({
        listing: catalogue.service.listing,
        find: catalogue.finder.find,
        order: engine.order,
        readShopper,
        experiments,
        plan: () => engine.planAt('listing'),
        exposed,
        memory: createOrderMemory({ cache: connections.cache }),
        nowMs: Date.now,
        newId: () => randomUUID(),
        onFault: (part, problem) => onFault(part)(problem),
      }),
      pageRails: (page: Page) => {
        const { pages } = engine.levers()
        watch.note(() => engine.levers().pages === pages)
        return shownRails(page, pages[page])
      },
      alertSuggestions: createAlertSuggestions({
        readShopper,
        alerts: parts.alerts,
        facts: parts.facts,
        cards: shelf.cards,
        availability: stock.view,
        layStock: createLayStock(stock.view, (part, problem) => onFault(part)(problem)),
        nowMs: Date.now,
        onFault: fault,
      }),
      sizeAdvice: createSizeAdvice({ ...wearers, ...bodies, ask: fit.ask }),
      inspector: createInspector({
        inspect: engine.inspect,
        rules: () => engine.levers().rules,
        readShopper: readShopperWithin(EXPLAINED_PROFILE_BUDGET_MS),
        cards: shelf.cards,
        popular: catalogue.reader.popular,
        served,
        experiments,
        planAt: engine.planAt,
        featureNames: (layout) => (layout === FEATURE_LAYOUT ? FEATURE_NAMES : undefined),
        nowMs: Date.now,
      }),
      levers,
      polls: createPollDesk({ pool }),
      models: createModelRegistry({ pool }),
      served,
      feedFigures: figures,
      housePlans: DEFAULT_PLANS,
      readExperiment: createExperimentReader({ levers, figures, engine }),
      askForTraining: parts.askForTraining,
    },
    engine,
    readShopper,
    close: async () => {
      stopFollowing()
      fit.stop()
      engine.stop()
      await Promise.all([answers.stop(), exposures.stop()])
    },
  }
}

/** Loads the engine and lets it follow the catalogue's changes, models and levers; the answer ends it. */
function followChanges(
  engine: ReturnType<typeof createLiveEngine>,
  shelf: ReturnType<typeof createCardShelf>,
  { generations }: RecommendationParts['catalogue'],
  keptArms: KeptArms,
  fault: (problem: unknown) => void,
): () => void {
  let settling: NodeJS.Timeout | undefined
  generations.onRise((now, before) => {
    if (now.catalog === before.catalog) return
    shelf.forget()
    // Counted from the first change: one after another would put it off for ever.
    settling ??= setTimeout(() => {
      settling = undefined
      engine.refresh().catch(fault)
    }, SETTLE_MS).unref()
  })
  const look = (): void => {
    engine.look().catch(fault)
    keptArms.look(engine.levers().experiments).catch(fault)
  }
  const looking = setInterval(look, LOOK_MS)
  looking.unref()
  engine.refresh().catch(fault)
  return () => {
    clearTimeout(settling)
    clearInterval(looking)
  }
}
