import {
  type AvailabilityView,
  createFeedService,
  FEED_LATEST_MS,
  type FeedAsk,
  type Recommender,
  type StoredCard,
} from '@selvedge/core'
import { createCardShelf } from '@selvedge/infra'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { feedReads, READ_BUDGET_MS } from './feed-reads'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What is given up is looked for once more, which is a millisecond of this clock. */
const LAST_LOOK_MS = 1
/** Longer than anybody waits. */
const NEVER_MS = 60_000
const after = <T>(ms: number, answer: () => T): Promise<T> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(answer()), ms)
  })
const card = (productId: number, priceMinor = 8_000): StoredCard => ({
  productId,
  slug: `piece-${productId}`,
  title: 'Piece',
  brand: productId === 2 ? 'Elsewhere' : 'Brask',
  category: 'tops',
  priceMinor,
  currency: 'EUR',
  pictureKey: 'p',
  alt: 'A piece',
  colours: [],
  isNew: false,
  stock: { available: 2, buyableSizes: 1, totalSizes: 1 },
})
const chosen = (stockAsOfMs: number): ReturnType<Recommender['recommend']> => ({
  products: [1, 2, 3].map((productId) => ({
    productId,
    source: 'popular',
    score: 0.5,
    reason: { code: 'MOST_BOUGHT' },
    stock: { available: 2, buyableSizes: 1, totalSizes: 1 },
  })),
  candidates: 3,
  stockAsOfMs,
  versions: { ranker: 'by-judgement-1' },
})
/** Piece 1 is sold out. */
const stockOf = (id: number) => ({ sku: `S-${id}`, version: 1, size: 'M', colour: 'red', available: id === 1 ? 0 : 4 })
const ask: FeedAsk = { placement: 'for-you', person: undefined, country: 'FR', length: 3 }

/** A shop whose database and live stock answer after a time that is given here. */
const openShop = () => {
  const takesMs = { database: 1, stock: 1 }
  const news = { stockAgeMs: 0, isEngineAway: false }
  const faults: string[] = []
  const read = <T>(answer: () => T): Promise<T> => after(takesMs.database, answer)
  const price = { minor: 8_000 }
  const shelf = createCardShelf((ids) => read(() => ids.map((id) => card(id, price.minor))))
  const availability: AvailabilityView = {
    ofSkus: async () => [],
    ofProducts: (ids) => after(takesMs.stock, () => new Map(ids.map((id) => [id, [stockOf(id)]]))),
    asOfMs: () => Date.now(),
  }
  const service = createFeedService({
    recommender: {
      recommend: () => (news.isEngineAway ? undefined : chosen(Date.now() - news.stockAgeMs)),
      order: () => undefined,
      isExcluded: () => false,
    },
    readShopper: async () => undefined,
    ...feedReads({
      shelf,
      popular: (limit) => read(() => Array.from({ length: limit }, (_, n) => card(n + 1))),
      availability,
      notSoldIn: () => read(() => new Set(['Elsewhere'])),
      nowMs: Date.now,
      onFault: (part) => faults.push(part),
    }),
    experiments: () => [],
    planAt: () => ({ quotas: {}, lambda: 1, exploreAt: [], brandMax: 1, categoryMax: 1 }),
    log: () => undefined,
    nowMs: Date.now,
    newId: () => '0197b0a5-0000-7000-8000-000000000001',
    onFault: (part) => faults.push(part),
  })
  const answer = async () => {
    const begunMs = Date.now()
    const answering = service.answer(ask).then((given) => ({ given, tookMs: Date.now() - begunMs }))
    await vi.advanceTimersByTimeAsync(2 * FEED_LATEST_MS)
    const { given, tookMs } = await answering
    return { ...given, tookMs, ids: given.items.map((item) => item.card.productId) }
  }
  return { takesMs, news, price, shelf, faults, answer }
}

test('cards that do not come in their time are shown as they were read last, and the answer says so', async () => {
  const shop = openShop()
  expect(await shop.answer()).toMatchObject({ ids: [1, 2, 3], degraded: [] })
  shop.price.minor = 4_000
  shop.shelf.forget()
  shop.takesMs.database = NEVER_MS
  const late = await shop.answer()
  expect(late).toMatchObject({ ids: [1, 2, 3], degraded: ['cards'], tookMs: READ_BUDGET_MS + LAST_LOOK_MS })
  expect(late.items.map((item) => item.card.priceMinor)).toEqual([8_000, 8_000, 8_000])
  expect(shop.faults).toEqual(['cards'])
  shop.takesMs.database = 1
  expect((await shop.answer()).items[0]?.card.priceMinor).toBe(4_000)
})

test('cards that nobody has read before are waited for: such an answer is late, and neither empty nor less', async () => {
  const shop = openShop()
  shop.takesMs.database = READ_BUDGET_MS * 4
  expect(await shop.answer()).toMatchObject({ ids: [1, 2, 3], degraded: [], tookMs: READ_BUDGET_MS * 4 })
  expect(shop.faults).toEqual([])
})

test('where half of the cards were read before, the others are not waited for', async () => {
  const shop = openShop()
  const reading = shop.shelf.cards([2, 3])
  await vi.advanceTimersByTimeAsync(1)
  await reading
  shop.takesMs.database = READ_BUDGET_MS * 4
  expect(await shop.answer()).toMatchObject({ ids: [2, 3], degraded: ['cards'], tookMs: READ_BUDGET_MS + LAST_LOOK_MS })
  await vi.advanceTimersByTimeAsync(NEVER_MS)
  expect(await shop.answer()).toMatchObject({ ids: [1, 2, 3], degraded: [] })
})

test('cards that do not come as long as an answer may take are done without, all in all in bounded time', async () => {
  const shop = openShop()
  shop.takesMs.database = NEVER_MS
  const none = await shop.answer()
  expect(none).toMatchObject({ ids: [], degraded: ['engine', 'cards'] })
  expect(none.tookMs).toBeLessThanOrEqual(FEED_LATEST_MS + READ_BUDGET_MS + 2 * LAST_LOOK_MS)
})

test('stock that does not come in its time leaves the choice as the engine knew it, and the answer says so', async () => {
  const shop = openShop()
  shop.news.stockAgeMs = 1_500
  expect(await shop.answer()).toMatchObject({ ids: [2, 3], degraded: [] })
  shop.takesMs.stock = READ_BUDGET_MS * 4
  expect(await shop.answer()).toMatchObject({
    ids: [1, 2, 3],
    degraded: ['stock'],
    tookMs: READ_BUDGET_MS + LAST_LOOK_MS,
  })
  expect(shop.faults).toEqual(['stock'])
})

test('where nobody has told of the stock for long, the look at it is waited for', async () => {
  const shop = openShop()
  shop.news.stockAgeMs = 3_600_000
  shop.takesMs.stock = READ_BUDGET_MS * 4
  expect(await shop.answer()).toMatchObject({ ids: [2, 3], degraded: [], tookMs: READ_BUDGET_MS * 4 + 1 })
})

test('what nobody has told of for long and cannot be looked at is not shown: best sellers as they were read stand in', async () => {
  const shop = openShop()
  shop.news.stockAgeMs = 3_600_000
  shop.takesMs.stock = NEVER_MS
  const answer = await shop.answer()
  expect(answer).toMatchObject({ ids: [1, 3, 4], isPersonal: false, degraded: ['engine', 'stock'] })
  expect(answer.tookMs).toBeLessThanOrEqual(FEED_LATEST_MS + 2 * READ_BUDGET_MS + 2 * LAST_LOOK_MS)
})

test('with no engine, best sellers stand in by what is known of where they may be sold; unread, nothing is shown', async () => {
  const shop = openShop()
  shop.news.isEngineAway = true
  expect(await shop.answer()).toMatchObject({ ids: [3, 4, 5], degraded: ['engine'] })
  shop.takesMs.stock = NEVER_MS
  expect(await shop.answer()).toMatchObject({ degraded: ['engine', 'stock'] })
  shop.takesMs.database = NEVER_MS
  expect(await shop.answer()).toMatchObject({ ids: [], degraded: ['engine', 'cards'] })
})

test('a card that was read before a change is not taken for one of after it', async () => {
  const price = { minor: 8_000 }
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const shelf = createCardShelf(async (ids) => {
    const cards = ids.map((id) => card(id, price.minor))
    await held
    return cards
  })
  const reading = shelf.cards([1])
  price.minor = 4_000
  shelf.forget()
  release()
  expect((await reading)[0]?.priceMinor).toBe(8_000)
  expect((await shelf.cards([1]))[0]?.priceMinor).toBe(4_000)
})
