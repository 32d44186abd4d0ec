import { expect, test } from 'vitest'
import { chooseSuggestions, SUGGESTIONS_MAX, type SuggestionFacts } from './alert-suggestions'
import { NOBODY, type ShopperView } from './shopper-view'
import type { SignalFacts } from './signal-facts'

const facts = (productId: number, changes: Partial<SignalFacts> = {}): SignalFacts => ({
  productId,
  department: 'women',
  category: 'tops',
  style: 'shirt',
  brand: 'brask',
  material: 'linen',
  price: '2',
  colours: { navy: 'blue' },
  ...changes,
})
const stock = (m: number, l = 4) => [
  { sku: 'S-M', size: 'M', available: m },
  { sku: 'S-L', size: 'L', available: l },
]
const viewed = (...ids: number[]): ShopperView['recent'] =>
  ids.map((productId) => ({ productId, kind: 'viewed', weight: 1 }))

function offered(changes: Partial<ShopperView>, given: Partial<Omit<SuggestionFacts, 'shopper'>> = {}) {
  const shopper = { ...NOBODY, sizes: new Map([['tops', ['M']]]), ...changes }
  return chooseSuggestions({ shopper, factsOf: (id) => facts(id), stockOf: () => stock(0), open: [], ...given })
}

test('a piece that was looked at and is gone in the size worn is offered, in that size', () => {
  expect(offered({ recent: viewed(1) })).toEqual([{ kind: 'stock', productId: 1, wanted: { sku: 'S-M', size: 'M' } }])
  expect(offered({ recent: viewed(1), sizes: new Map() }, { stockOf: () => stock(0, 0) })).toEqual([])
})

test('a piece that can be had is offered when it is dearer than what is liked, or among the dearest of its kind', () => {
  const having = { stockOf: () => stock(2) }
  expect(offered({ recent: viewed(1) }, having)).toEqual([])
  expect(offered({ recent: viewed(1) }, { ...having, factsOf: (id) => facts(id, { price: '4' }) })).toEqual([
    { kind: 'price', productId: 1 },
  ])
  const saved = { recent: [{ productId: 1, kind: 'saved', weight: 1 }] as const }
  expect(offered(saved, { ...having, factsOf: (id) => facts(id, { price: '4' }) })).toEqual([])
  expect(offered(saved)).toHaveLength(1)
  const frugal = { recent: viewed(1), affinities: [['price:1', 0.4]] as const }
  expect(offered(frugal, having)).toEqual([{ kind: 'price', productId: 1 }])
})

test('the best liked comes first, and no more than a handful', () => {
  const brands = ['brask', 'fjell', 'innis']
  const all = offered(
    {
      recent: viewed(...Array.from({ length: 20 }, (_, n) => n + 1)),
      affinities: [
        ['brand:innis', 0.6],
        ['brand:fjell', 0.2],
        ['brand:brask', -0.4],
      ],
    },
    { factsOf: (id) => facts(id, { brand: brands[id % 3] ?? 'brask' }) },
  )
  expect(all).toHaveLength(SUGGESTIONS_MAX)
  for (const { productId } of all) expect(productId % 3).toBe(2)
})

test('nothing is offered that was bought, waved away, is held or asked for already', () => {
  const recent: ShopperView['recent'] = [
    ...viewed(1, 2, 3),
    { productId: 4, kind: 'in-bag', weight: 1 },
    { productId: 5, kind: 'bought', weight: 1 },
  ]
  const shopper = { recent, bought: new Set([1]), disliked: new Set([2]) }
  expect(offered(shopper, { open: [{ kind: 'stock', productId: 3 }] })).toEqual([])
})
