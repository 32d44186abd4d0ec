import { expect, test } from 'vitest'
import {
  type AlertSuggestionsDeps,
  chooseSuggestions,
  createAlertSuggestions,
  SUGGESTIONS_MAX,
  type SuggestionFacts,
} from './alert-suggestions'
import { userKey } from './person'
import { NOBODY, type ShopperView } from './shopper-view'
import type { SignalFacts } from './signal-facts'
import { standInCard } from './testing/stand-in-feed'

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

const MAREN = userKey('maren')
/** Two pieces were looked at, and both are gone in M. */
const offersTo = (shopper: ShopperView | undefined, changes: Partial<AlertSuggestionsDeps> = {}) =>
  createAlertSuggestions({
    readShopper: async () => shopper,
    alerts: async () => [],
    facts: { of: async (ids) => new Map(ids.map((id) => [id, facts(id)])) },
    cards: async (ids) => ids.map((id) => standInCard(id)),
    availability: {
      ofProducts: async (ids) =>
        new Map(ids.map((id) => [id, stock(0).map((one) => ({ ...one, colour: 'navy', version: 1 }))])),
    },
    layStock: async (cards) => ({ cards, isLive: true, variantsOf: () => undefined }),
    nowMs: () => 0,
    onFault: () => undefined,
    ...changes,
  })
const known: ShopperView = { ...NOBODY, sizes: new Map([['tops', ['M']]]), recent: viewed(1, 2) }
const gone = { kind: 'stock', wanted: { sku: 'S-M', size: 'M' } }

test('on its own page a piece is offered as soon as it is looked at, and no other with it', async () => {
  const { ofPiece, ofLooks } = offersTo(known)
  expect(await ofPiece(MAREN, 7)).toEqual(gone)
  expect((await ofLooks(MAREN)).map(({ card }) => card.productId)).toEqual([1, 2])
  const held = offersTo({ ...known, recent: [{ productId: 7, kind: 'in-bag', weight: 1 }] })
  expect(await held.ofPiece(MAREN, 7)).toBeUndefined()
})

test('a stranger is offered nothing, and nor is anybody while a part is away', async () => {
  const stranger = offersTo(undefined)
  expect([await stranger.ofPiece(MAREN, 7), await stranger.ofPiece(undefined, 7)]).toEqual([undefined, undefined])
  expect([await stranger.ofLooks(MAREN), await stranger.ofLooks(undefined)]).toEqual([[], []])
  const faults: unknown[] = []
  const away = offersTo(known, {
    alerts: async () => {
      throw new Error('away')
    },
    onFault: (fault) => faults.push(fault),
  })
  expect([await away.ofPiece(MAREN, 7), await away.ofLooks(MAREN)]).toEqual([undefined, []])
  expect(faults).toHaveLength(2)
})
