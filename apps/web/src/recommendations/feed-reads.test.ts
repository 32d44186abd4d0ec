import {
  type AvailabilityView,
  createFeedService,
  type FeedAsk,
  type Recommender,
  type StoredCard,
} from '@selvedge/core'
import { createCardShelf } from '@selvedge/infra'
import { expect, test } from 'vitest'
import { feedReads, READ_BUDGET_MS } from './feed-reads'

const never = <T>(): Promise<T> => new Promise(() => undefined)
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

/** A shop whose database and Redis answer until they are slow; then nothing comes any more. */
const openShop = () => {
  const slow = { database: false, stock: false }
  const news = { stockAgeMs: 0, isEngineAway: false }
  const faults: string[] = []
  const read = <T>(answer: T): Promise<T> => (slow.database ? never<T>() : Promise.resolve(answer))
  const price = { minor: 8_000 }
  const shelf = createCardShelf((ids) => read(ids.map((id) => card(id, price.minor))))
  const availability: AvailabilityView = {
    ofSkus: async () => [],
    ofProducts: (ids) => (slow.stock ? never() : Promise.resolve(new Map(ids.map((id) => [id, [stockOf(id)]])))),
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
      popular: (limit) => read(Array.from({ length: limit }, (_, n) => card(n + 1))),
      availability,
      notSoldIn: () => read(new Set(['Elsewhere'])),
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
    const begun = performance.now()
    const given = await service.answer(ask)
    // Card, stock and best sellers each have their own time; a busy machine takes some more.
    expect(performance.now() - begun).toBeLessThan(READ_BUDGET_MS * 3 + 400)
    return { ...given, ids: given.items.map((item) => item.card.productId) }
  }
  return { slow, news, price, shelf, faults, answer }
}

test('cards that do not come in their time are shown as they were read last, and the answer says so', async () => {
  const shop = openShop()
  expect(await shop.answer()).toMatchObject({ ids: [1, 2, 3], degraded: [] })
  shop.price.minor = 4_000
  shop.shelf.forget()
  shop.slow.database = true
  const late = await shop.answer()
  expect(late).toMatchObject({ ids: [1, 2, 3], degraded: ['cards'] })
  expect(late.items.map((item) => item.card.priceMinor)).toEqual([8_000, 8_000, 8_000])
  expect(shop.faults).toEqual(['cards'])
  shop.slow.database = false
  expect((await shop.answer()).items[0]?.card.priceMinor).toBe(4_000)
})

test('stock that does not come in its time leaves the choice as the engine knew it, and the answer says so', async () => {
  const shop = openShop()
  shop.news.stockAgeMs = 5_000
  expect(await shop.answer()).toMatchObject({ ids: [2, 3], degraded: [] })
  shop.slow.stock = true
  expect(await shop.answer()).toMatchObject({ ids: [1, 2, 3], degraded: ['stock'] })
  expect(shop.faults).toEqual(['stock'])
})

test('with no engine, best sellers stand in by what is known of where they may be sold; unread, nothing is shown', async () => {
  const shop = openShop()
  shop.news.isEngineAway = true
  expect(await shop.answer()).toMatchObject({ ids: [3, 4, 5], degraded: ['engine'] })
  shop.slow.stock = true
  expect(await shop.answer()).toMatchObject({ degraded: ['engine', 'stock'] })
  shop.slow.database = true
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
