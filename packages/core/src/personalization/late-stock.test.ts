import { expect, test } from 'vitest'
import type { StoredCard } from '../catalog/ports'
import { createFeedService } from './feed-service'
import { NOBODY } from './shopper-view'

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
  stock: { available: 3, buyableSizes: 1, totalSizes: 2 },
})

/** Three pieces are chosen; the live view knows that the first is gone and of the second only an L is left. */
function feedAt(stockAsOfMs: number) {
  let looks = 0
  const stock = { available: 3, buyableSizes: 1, totalSizes: 2 }
  const variants = (productId: number) => [
    { size: 'M', colour: 'navy', available: productId === 3 ? 2 : 0 },
    { size: 'L', colour: 'navy', available: productId === 1 ? 0 : 2 },
  ]
  const service = createFeedService({
    recommender: {
      recommend: () => ({
        products: [1, 2, 3].map((productId) => ({
          productId,
          source: 'popular',
          score: 1,
          reason: { code: 'NEW_IN' },
          stock,
        })),
        candidates: 3,
        stockAsOfMs,
        versions: {},
      }),
      order: () => undefined,
      isExcluded: () => false,
    },
    readShopper: async () => ({ ...NOBODY, sizes: new Map([['tops', ['M']]]) }),
    cards: async (ids) => ids.map(card),
    popular: async () => [],
    notSoldIn: async () => new Set(),
    layStock: async (cards) => {
      looks += 1
      return { cards, isLive: true, variantsOf: variants }
    },
    experiments: () => [],
    planAt: () => ({ quotas: {}, lambda: 1, exploreAt: [], brandMax: 1, categoryMax: 1 }),
    log: () => undefined,
    nowMs: () => 10_000,
    newId: () => '00000000-0000-4000-8000-000000000000',
    onFault: () => undefined,
  })
  const ids = async () =>
    (await service.answer({ placement: 'for-you', person: 'u:maren', length: 3 })).items.map(
      (item) => item.card.productId,
    )
  return { ids, looks: () => looks }
}

test('what was chosen on fresh news of the stock is shown as it is', async () => {
  const { ids, looks } = feedAt(9_800)
  expect(await ids()).toEqual([1, 2, 3])
  expect(looks()).toBe(0)
})

test('on late news it is looked up again, and what cannot be bought in the size worn is not shown', async () => {
  const { ids, looks } = feedAt(8_900)
  expect(await ids()).toEqual([3])
  expect(looks()).toBe(1)
})
