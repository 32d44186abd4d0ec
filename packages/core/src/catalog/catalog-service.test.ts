import { expect, test } from 'vitest'
import { createCatalogService } from './catalog-service'
import type { ListingQuery } from './listing'
import type { AvailabilityView, CatalogReader, ProductFinder } from './ports'
import { cardOf } from './product-card'
import type { StoredProduct } from './stored-product'
import { storedProduct } from './testing/stored-products'

const products = Array.from({ length: 12 }, (_, nth) =>
  storedProduct({
    productId: nth + 1,
    variants: [
      ['navy', 'M', 5],
      ['navy', 'L', 5],
    ],
  }),
)

type Shop = {
  soldOut?: readonly number[]
  neighbours?: readonly number[]
  excluded?: readonly number[]
  isBlind?: boolean
}

const shopOf = ({ soldOut = [], neighbours = [], excluded = [], isBlind = false }: Shop = {}) => {
  const faults: unknown[] = []
  const cards = (list: readonly StoredProduct[]) => list.flatMap((product) => cardOf(product, 0) ?? [])
  const byId = new Map(products.map((product) => [product.detail.productId, product]))
  const reader: CatalogReader = {
    productBySlug: async (slug) => products.find((product) => product.detail.slug === slug)?.detail,
    cards: async (ids) => cards(ids.flatMap((id) => byId.get(id) ?? [])),
    newest: async (limit) => cards(products.slice(0, limit)),
    popular: async (limit) => cards(products.slice(0, limit)),
    popularIn: async (_, limit) => cards(products.slice(0, limit)),
    collections: async () => [{ slug: 'winter', title: 'Winter', standfirst: 'Cold.', cards: cards(products) }],
    skusOf: async () => new Map(),
    expectedDates: async () => new Map([['P1-navy-M', '2026-12-01']]),
  }
  const facets = { category: [], garment: [], brand: [], colour: [], size: [], material: [] }
  const finder: ProductFinder = {
    find: async () => ({ cards: cards(products), total: 12, page: 1, pages: 1, facets, degraded: [] }),
    suggest: async () => [],
  }
  const live = (productId: number) =>
    byId.get(productId)?.detail.variants.map(({ sku, size, colour }) => ({
      sku,
      size,
      colour,
      version: 7,
      available: soldOut.includes(productId) && size === 'M' ? 0 : soldOut.includes(-productId) ? 0 : 3,
    })) ?? []
  const availability: AvailabilityView = {
    ofSkus: async (skus) => {
      if (isBlind) throw new Error('no stock to be read')
      return [...byId.keys()].flatMap(live).filter(({ sku }) => skus.includes(sku))
    },
    ofProducts: async (ids) => {
      if (isBlind) throw new Error('no stock to be read')
      return new Map(ids.map((id) => [id, live(id)]))
    },
    asOfMs: () => 1_000,
  }
  const boughtTogether = {
    neighboursOf: (id: number) =>
      id === 1 ? neighbours.map((productId) => ({ productId, score: 2, support: 3 })) : [],
  }
  const service = createCatalogService({
    reader,
    finder,
    availability,
    boughtTogether,
    supply: { outlook: async () => new Map() },
    isExcluded: (productId) => excluded.includes(productId),
    onFault: (_, fault) => faults.push(fault),
  })
  return { service, faults }
}

test('a listing shows live stock over cards whose index is older', async () => {
  const { cards, stockAsOfMs, degraded } = await shopOf({ soldOut: [2] }).service.listing({})
  expect(cards[0]?.stock).toEqual({ available: 6, buyableSizes: 2, totalSizes: 2 })
  expect(cards[1]?.stock).toEqual({ available: 3, buyableSizes: 1, totalSizes: 2 })
  expect({ stockAsOfMs, degraded }).toEqual({ stockAsOfMs: 1_000, degraded: [] })
})

test('a product whose M has just sold out does not appear under M in stock, whatever the index says', async () => {
  const { service } = shopOf({ soldOut: [2] })
  const shown = async (query: ListingQuery) => (await service.listing(query)).cards.map((card) => card.productId)
  expect(await shown({ size: ['M'], inStock: true })).not.toContain(2)
  expect(await shown({ size: ['L'], inStock: true })).toContain(2)
  expect(await shown({ size: ['M'] })).toContain(2)
})

test('a listing whose live stock cannot be read answers, and says so', async () => {
  const { service, faults } = shopOf({ isBlind: true })
  const { cards, degraded } = await service.listing({ inStock: true })
  expect(cards).toHaveLength(12)
  expect(degraded).toEqual(['stock'])
  expect(faults).toHaveLength(1)
})

test('a collection is named by its listing, and an unknown one is not', async () => {
  const { service } = shopOf()
  expect((await service.listing({ collection: 'winter' })).collection?.title).toBe('Winter')
  expect((await service.listing({ collection: 'atlantis' })).collection).toBeUndefined()
})

test('the product page tells stock with its version, and when more is expected', async () => {
  const view = await shopOf().service.product('jumper-1')
  expect(view.ok && view.value.stock).toEqual([
    { sku: 'P1-navy-M', version: 7, available: 3, expectedOn: '2026-12-01' },
    { sku: 'P1-navy-L', version: 7, available: 3 },
  ])
})

test('a product page without readable stock says so instead of "sold out"', async () => {
  const view = await shopOf({ isBlind: true }).service.product('jumper-1')
  expect(view.ok && view.value).toMatchObject({ stock: [], degraded: ['stock'] })
})

test('an unknown product is refused by its slug', async () => {
  expect(await shopOf().service.product('unicorn')).toEqual({
    ok: false,
    error: { code: 'UNKNOWN_PRODUCT', slug: 'unicorn' },
  })
})

test('nothing sold out is recommended', async () => {
  const { service } = shopOf({ neighbours: [3, 4, 5, 6, 7], soldOut: [-4] })
  const view = await service.product('jumper-1')
  const ids = view.ok ? view.value.boughtTogether.map((card) => card.productId) : []
  expect(ids).toEqual([3, 5, 6, 7])
  expect(view.ok && view.value.boughtTogetherSource).toBe('orders')
})

test('where orders say too little the rail holds best sellers of the category, and says that it does', async () => {
  const view = await shopOf({ neighbours: [3] }).service.product('jumper-1')
  expect(view.ok && view.value.boughtTogetherSource).toBe('popular')
  expect(view.ok && view.value.boughtTogether.map((card) => card.productId)).not.toContain(1)
})

test('home has a rail of real recommendations, or none', async () => {
  const told = await shopOf({ neighbours: [3, 4, 5] }).service.home()
  expect(told.boughtTogether?.anchor.productId).toBe(1)
  expect(told.boughtTogether?.cards.map((card) => card.productId)).toEqual([3, 4, 5])
  expect((await shopOf().service.home()).boughtTogether).toBeUndefined()
})

test('what merchandisers keep back is on no rail of the front page and beside no piece', async () => {
  const { service } = shopOf({ neighbours: [3, 4, 5, 6], excluded: [2, 4] })
  const home = await service.home()
  const rails = [
    home.newIn,
    home.popular,
    home.boughtTogether?.cards ?? [],
    ...home.collections.map(({ cards }) => cards),
  ]
  for (const cards of rails) {
    expect(cards.length).toBeGreaterThan(0)
    for (const { productId } of cards) expect([2, 4]).not.toContain(productId)
  }
  const view = await service.product('jumper-1')
  expect(view.ok && view.value.boughtTogether.map((card) => card.productId)).toEqual([3, 5, 6])
})

test('a card can follow its sizes live, each with the version it is true as of', async () => {
  const answer = await shopOf({ soldOut: [2] }).service.variantStock([2])
  expect(answer).toEqual([
    {
      productId: 2,
      variants: [
        { sku: 'P2-navy-M', size: 'M', version: 7, available: 0 },
        { sku: 'P2-navy-L', size: 'L', version: 7, available: 3 },
      ],
    },
  ])
})
