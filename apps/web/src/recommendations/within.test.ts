import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import {
  createFeedService,
  type FeedAsk,
  type FeedDeps,
  NOBODY,
  type Recommender,
  type ShopperView,
  type StoredCard,
} from '@selvedge/core'
import { describe, expect, test } from 'vitest'
import { within } from './within'

const never = <T>(): Promise<T> => new Promise(() => undefined)

describe('a budget of time', () => {
  test('lets through what comes in time, a fault as well, and gives up on what does not', async () => {
    expect(await within(1_000, Promise.resolve('here'))).toBe('here')
    await expect(within(1_000, Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    const begun = performance.now()
    await expect(within(30, never())).rejects.toThrow('no answer within 30 ms')
    expect(performance.now() - begun).toBeLessThan(500)
  })

  test('a fault that comes after the time is over harms nobody', async () => {
    const late = sleep(40).then(() => {
      throw new Error('too late')
    })
    await expect(within(5, late)).rejects.toThrow('no answer within 5 ms')
    await sleep(60)
  })
})

describe('the feed of a shop whose parts are slow', () => {
  const BUDGET_MS = 60
  const card = (productId: number): StoredCard => ({
    productId,
    slug: `piece-${productId}`,
    title: 'Piece',
    brand: 'Brask',
    category: 'tops',
    priceMinor: 1,
    currency: 'EUR',
    pictureKey: 'p',
    alt: 'A piece',
    colours: [],
    isNew: false,
    stock: { available: 2, buyableSizes: 1, totalSizes: 1 },
  })
  const chosen: Recommender['recommend'] = ({ shopper }) => ({
    products: [1, 2, 3].map((productId) => ({
      productId,
      source: 'popular',
      score: 0.5,
      reason: isDeepStrictEqual(shopper, NOBODY)
        ? ({ code: 'MOST_BOUGHT' } as const)
        : ({ code: 'TASTE_OF_MANY' } as const),
      stock: { available: 2, buyableSizes: 1, totalSizes: 1 },
    })),
    candidates: 3,
    stockAsOfMs: Date.now(),
    versions: { ranker: 'by-judgement-1' },
  })
  const ask: FeedAsk = { placement: 'for-you', person: 'u:maren', length: 3 }
  const shopWith = (own: Partial<FeedDeps> = {}) => {
    const faults: string[] = []
    const service = createFeedService({
      recommender: { recommend: chosen, order: () => undefined, isExcluded: () => false },
      readShopper: () => within(BUDGET_MS, never<ShopperView | undefined>()),
      cards: async (ids) => ids.map(card),
      popular: async (limit) => Array.from({ length: limit }, (_, n) => card(n + 1)),
      layStock: async (cards) => ({ cards, isLive: true, variantsOf: () => undefined }),
      notSoldIn: async () => new Set(),
      experiments: () => [],
      planAt: () => ({ quotas: {}, lambda: 1, exploreAt: [], brandMax: 1, categoryMax: 1 }),
      log: () => undefined,
      nowMs: Date.now,
      newId: () => '0197b0a5-0000-7000-8000-000000000001',
      onFault: (part) => faults.push(part),
      ...own,
    })
    return { faults, service }
  }

  test('a profile that does not come is done without in its time: the rail stands, says nothing of the shopper and says so', async () => {
    const { service, faults } = shopWith()
    const begun = performance.now()
    const answer = await service.answer(ask)
    expect(performance.now() - begun).toBeLessThan(BUDGET_MS * 8)
    expect(answer.items.map(({ card: { productId }, reason }) => [productId, reason.code])).toEqual([
      [1, 'MOST_BOUGHT'],
      [2, 'MOST_BOUGHT'],
      [3, 'MOST_BOUGHT'],
    ])
    expect(answer).toMatchObject({ isPersonal: false, degraded: ['profile'] })
    expect(faults).toEqual(['profile'])
  })

  test('with the engine away as well, best sellers that can be bought stand in, within the same time', async () => {
    const { service, faults } = shopWith({
      recommender: { recommend: () => undefined, order: () => undefined, isExcluded: (productId) => productId === 2 },
    })
    const begun = performance.now()
    const answer = await service.answer(ask)
    expect(performance.now() - begun).toBeLessThan(BUDGET_MS * 8)
    expect(answer.items.map(({ card: { productId }, source }) => [productId, source])).toEqual([
      [1, 'fallback'],
      [3, 'fallback'],
      [4, 'fallback'],
    ])
    expect(answer).toMatchObject({ isPersonal: false, degraded: ['engine'] })
    expect(faults).toEqual(['profile'])
  })
})
