import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  createCatalogService,
  createFeedService,
  createLayStock,
  createPersonalListing,
  type FeedAnswer,
  type FeedAsk,
  type FeedDeps,
  type FeedService,
  type ServedAnswer,
  type ShopperView,
  type UnitsToCome,
} from '@selvedge/core'
import {
  createCatalogReader,
  createLeverStore,
  createLiveEngine,
  createPostgresFinder,
  createRelay,
  createStockDirectory,
  createStockEngine,
  createStockReader,
  readNotSoldIn,
  trainTogether,
  watchTogether,
} from '@selvedge/db'
import { seedDatabase } from '@selvedge/db/seed'
import { createTestDatabase } from '@selvedge/db/testing'
import {
  createAvailabilityView,
  createCache,
  createCardShelf,
  createOrderMemory,
  createRedis,
  createRedisStockFeed,
  createStockSink,
  readCacheEnv,
  redisKeys,
  untilConnected,
  withUnits,
} from '@selvedge/infra'
import { requiredUrls } from '@selvedge/stack'

const nothing = (): void => undefined

/** A seeded shop with its ledger, projection, stock feed and engine, in one process. */
export const openFeedWorld = async (products = 120) => {
  const database = await createTestDatabase()
  // Of today: what is planned for later must not have begun on the day that a test is run.
  await seedDatabase(database.pool, { products, seed: 3 })
  await trainTogether(database.pool, new Date())
  const { REDIS_URL } = requiredUrls()
  const keys = redisKeys(randomUUID())
  const redis = createRedis({ url: REDIS_URL, name: 'test', onFault: nothing })
  await untilConnected(redis, 5_000)
  const directory = createStockDirectory(database)
  const sink = createStockSink({ redis, keys, directory })
  const relay = createRelay({ pool: database.pool, sinks: [sink], observer: { failed: nothing, unreadable: nothing } })
  await relay.start()
  while ((await redis.get(keys.stockGeneration)) === null) await sleep(20)
  const stock = createStockEngine(database)
  const feed = createRedisStockFeed({ url: REDIS_URL, keys, onFault: nothing })
  const { availability } = createStockReader(database)
  let asked: { readonly nextOf: UnitsToCome } | undefined
  const live = createAvailabilityView({ redis, keys, feed, directory, availability })
  const view = withUnits(live, (sku) => asked?.nextOf(sku))
  const boughtTogether = watchTogether({ pool: database.pool, intervalMs: 3_600_000, onFault: nothing })
  await boughtTogether.refresh()
  const faults: unknown[] = []
  let supplyMoved = nothing
  const repriced: number[] = []
  const priceWords: string[] = []
  const retold: string[] = []
  const levers = createLeverStore({ pool: database.pool })
  const engine = createLiveEngine({
    pool: database.pool,
    availability: view,
    feed,
    boughtTogether,
    readLevers: levers.read,
    nowMs: Date.now,
    onSupplyMoved: (wake) => {
      supplyMoved = wake
      return nothing
    },
    onFault: (fault) => faults.push(fault),
    onPrices: (productIds) => repriced.push(...productIds),
    onPricesRead: (word) => priceWords.push(word),
    onUnitsToCome: (skus) => retold.push(...skus),
  })
  asked = engine
  const reader = createCatalogReader({ pool: database.pool, nowMs: () => Date.UTC(2026, 10, 24) })
  const people = new Map<string, ShopperView>()
  const served: ServedAnswer[] = []
  let isProfileAway = false
  const { cards } = createCardShelf(reader.cards)
  const serviceWith = (own: Pick<FeedDeps, 'readShopper' | 'log'>) =>
    createFeedService({
      ...own,
      recommender: engine,
      cards,
      popular: reader.popular,
      notSoldIn: (country) => readNotSoldIn(database.pool, country),
      layStock: createLayStock(view, nothing),
      experiments: engine.experiments,
      planAt: engine.planAt,
      nowMs: Date.now,
      newId: () => randomUUID(),
      onFault: (_, fault) => faults.push(fault),
    })
  const service = serviceWith({
    readShopper: async (person) => {
      if (isProfileAway) throw new Error('Redis is away')
      return people.get(person)
    },
    log: (answer) => served.push(answer),
  })

  /**
   * An answer of the engine. While it has not loaded best sellers stand in, which is what another test is about.
   */
  const answerOf = async (asked: FeedService, ask: FeedAsk): Promise<FeedAnswer> => {
    for (let attempt = 0; ; attempt += 1) {
      const given = await asked.answer(ask)
      if (!given.degraded.includes('engine') || attempt === 300) return given
      await sleep(100)
    }
  }

  const adjust = async (variantId: number, recordId: number, delta: number): Promise<void> => {
    const answer = await stock.execute({
      kind: 'adjust',
      variantId,
      recordId,
      delta,
      reason: 'correction',
      origin: { actor: 'test', correlationId: 'trail' },
    })
    if (!answer.ok) throw new Error(answer.error.code)
  }

  /** Sets how many units of a record may be promised beyond what is there. */
  const setCap = async (variantId: number, recordId: number, oversellCap: number): Promise<void> => {
    const settings = [{ variantId, recordId, oversellCap }]
    const answer = await stock.execute({
      kind: 'configure',
      settings,
      origin: { actor: 'test', correlationId: 'trail' },
    })
    if (!answer.ok) throw new Error(answer.error.code)
  }

  /** Sets what of a SKU is on every shelf by a count of the stock, as a keeper would. */
  const sellOut = async (sku: string): Promise<void> => {
    const { rows } = await database.pool.query<{ record_id: number; variant_id: number; free: number }>(
      `SELECT l.record_id, l.variant_id, l.on_hand - l.allocated - l.reserved - l.unavailable AS free
       FROM stock_level l JOIN variant v ON v.id = l.variant_id WHERE v.sku = $1`,
      [sku],
    )
    for (const { record_id, variant_id, free } of rows) {
      if (free <= 0) continue
      await adjust(variant_id, record_id, -free)
    }
  }

  const catalogue = createCatalogService({
    reader,
    finder: createPostgresFinder({ pool: database.pool }),
    availability: view,
    boughtTogether,
    supply: { outlook: async () => new Map() },
    isExcluded: engine.isExcluded,
    onFault: (_, fault) => faults.push(fault),
  })
  const exposed: { person: string; experiment: string; arm: string }[] = []
  const personalListing = createPersonalListing({
    listing: catalogue.listing,
    find: createPostgresFinder({ pool: database.pool }).find,
    order: engine.order,
    readShopper: async (person) => people.get(person),
    experiments: engine.experiments,
    plan: () => engine.planAt('listing'),
    exposed: (person, arms) => exposed.push(...arms.map(({ experiment, arm }) => ({ person, experiment, arm }))),
    memory: createOrderMemory({ cache: createCache(readCacheEnv({}), { redis, keys }).cache }),
    nowMs: Date.now,
    newId: () => randomUUID(),
    onFault: (_, fault) => faults.push(fault),
  })

  return {
    database,
    catalogue,
    personalListing,
    /** Products that open pages were told have another price. */
    repriced,
    /** SKUs of which open pages were told that the next unit to come is another. */
    retold,
    /** What stood for all prices after each reading of the catalogue. */
    priceWords,
    /** Who was counted into which arm by a listing. */
    exposed,
    engine,
    levers,
    service,
    answer: (ask: FeedAsk) => answerOf(service, ask),
    /** The same feed over profiles and a log of one's own. */
    feedWith: (own: Parameters<typeof serviceWith>[0]) => (ask: FeedAsk) => answerOf(serviceWith(own), ask),
    cards,
    popular: reader.popular,
    people,
    served,
    faults,
    sellOut,
    /** Sells a product out whole; one of which nothing is left comes back with three units of every size. */
    flip: async (productId: number): Promise<void> => {
      const { rows } = await database.pool.query<{ record_id: number; variant_id: number; free: number }>(
        `SELECT l.record_id, l.variant_id, l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock AS free
         FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN location p ON p.id = l.location_id AND p.sells_online
         WHERE v.product_id = $1`,
        [productId],
      )
      const stocked = rows.filter(({ free }) => free > 0)
      const changes =
        stocked.length > 0
          ? stocked.map((level) => ({ ...level, delta: -level.free }))
          : rows.map((level) => ({ ...level, delta: 3 - level.free }))
      await Promise.all(changes.map(({ variant_id, record_id, delta }) => adjust(variant_id, record_id, delta)))
    },
    /** Takes back every promise that may still be made of a product; of one of which none may, all are allowed again. */
    flipPromise: async (productId: number): Promise<void> => {
      const { rows } = await database.pool.query<{
        record_id: number
        variant_id: number
        cap: number
        coming: number
      }>(
        `SELECT l.record_id, l.variant_id, l.oversell_cap AS cap, coalesce((SELECT sum(sl.expected - sl.received - sl.damaged)
           FROM inbound_shipment_line sl WHERE sl.record_id = l.record_id AND sl.presale AND NOT sl.closed), 0)::int AS coming
         FROM stock_level l JOIN variant v ON v.id = l.variant_id WHERE v.product_id = $1`,
        [productId],
      )
      const presale = rows.filter(({ coming }) => coming > 0)
      const isOpen = presale.some(({ cap }) => cap > 0)
      for (const { variant_id, record_id, coming } of presale) await setCap(variant_id, record_id, isOpen ? 0 : coming)
    },
    /** Shipments on their way leave so many days from now, as a supplier has said and staff have written down. */
    shipIn: async (days: number): Promise<void> => {
      await database.pool.query(
        `UPDATE inbound_shipment SET expected_on = current_date + $1::int WHERE state IN ('expected', 'part_received')`,
        [days],
      )
      supplyMoved()
      await engine.look()
    },
    /** Until the engine knows of a product what the ledger says. */
    untilKnown: async (productId: number): Promise<void> => {
      const { rows } = await database.pool.query<{ units: number; promisable: number }>(
        `SELECT sum(greatest(0, free.units))::int AS units,
           count(DISTINCT v.id) FILTER (WHERE free.units + l.oversell_cap > greatest(0, free.units))::int AS promisable
         FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN location p ON p.id = l.location_id AND p.sells_online,
         LATERAL (SELECT l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock AS units) free
         WHERE v.product_id = $1`,
        [productId],
      )
      const isKnown = (): boolean => {
        const state = engine.engine()?.state
        if (state === undefined) return false
        const { from, skus } = state.table.variants
        const place = state.table.placeOf(productId)
        const own = new Set(skus.slice(from[place], from[place + 1]))
        const promisable = state.bits.promisable('all').filter((sku) => own.has(sku)).length
        return state.bits.units(place) === rows[0]?.units && promisable === rows[0]?.promisable
      }
      while (!isKnown()) await sleep(20)
    },
    loseProfiles: (isAway: boolean) => {
      isProfileAway = isAway
    },
    /** Nobody keeps the projection up any more, as when Redis or the worker is gone. */
    loseStock: () => relay.stop(),
    close: async () => {
      engine.stop()
      boughtTogether.stop()
      view.close()
      await feed.close()
      sink.close()
      await relay.stop()
      redis.disconnect()
      await stock.close()
      await database.drop()
    },
  }
}
export type FeedWorld = Awaited<ReturnType<typeof openFeedWorld>>
