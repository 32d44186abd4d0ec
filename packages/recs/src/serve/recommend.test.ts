import type { MerchandisingRule } from '@selvedge/core'
import { NOBODY } from '@selvedge/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from './recommend'
import { drawShop, drawShopper, NOW_MS } from './testing/drawn-shop'

const SIZE = 400
const PINNED = 52
const state = drawShop(SIZE, 5)
const engine = createEngine(state)
const ask = { placement: 'for-you', length: 24, nowMs: NOW_MS, seed: 1 } as const
const placeOf = (id: number): number => state.table.placeOf(id)
const idsOf = (items: readonly { productId: number }[]): readonly number[] => items.map(({ productId }) => productId)
const rule = (
  id: string,
  rest: Omit<MerchandisingRule, 'id' | 'name' | 'placements' | 'active'>,
): MerchandisingRule => ({
  id,
  name: id,
  placements: [],
  active: true,
  ...rest,
})

describe('an answer', () => {
  test('holds nothing that is sold out, not in the size, disliked or just bought, whoever asks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const shopper = drawShopper(seed, SIZE)
        const { items } = engine.recommend({ ...ask, shopper, seed })
        expect(items.length).toBeGreaterThan(12)
        expect(new Set(idsOf(items)).size).toBe(items.length)
        const mine = state.bits.maskOf(['M'])
        for (const { place, productId, score } of items) {
          expect(state.bits.units(place)).toBeGreaterThan(0)
          expect(state.bits.hasAny(place, mine)).toBe(true)
          expect(shopper.disliked.has(productId) || shopper.bought.has(productId)).toBe(false)
          expect(Number.isFinite(score) && score >= 0).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('gives no product itself as its reason, and names only what led there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.boolean(), (seed, isBeside) => {
        const shopper = drawShopper(seed, SIZE)
        const anchorId = 1 + (seed % SIZE)
        const beside = isBeside ? ({ placement: 'similar', anchorId } as const) : {}
        const { items } = engine.recommend({ ...ask, ...beside, shopper, seed })
        const led = new Set((isBeside ? [anchorId] : shopper.recent.map(({ productId }) => productId)).map(placeOf))
        for (const { place, reason } of items) {
          if (!('place' in reason)) continue
          expect(reason.place).not.toBe(place)
          expect(led).toContain(reason.place)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('holds nothing that may not be sold where parcels go, and says by which filter; elsewhere it may', () => {
    const shopper = drawShopper(8, SIZE)
    const there = (country: 'FR' | 'NL') =>
      engine.recommend({ ...ask, length: 48, shopper: { ...shopper, country }, isTraced: true })
    const withheld = (items: readonly { productId: number }[]) => idsOf(items).filter((id) => id % 10 === 0)
    for (let seed = 0; seed < 20; seed++) {
      const { items } = engine.recommend({ ...ask, seed, length: 48, shopper: { ...shopper, country: 'FR' } })
      expect(withheld(items)).toEqual([])
    }
    expect(there('FR').trace?.refusedByFilter['not-sold-in-your-country']).toBeGreaterThan(0)
    expect(there('NL').trace?.refusedByFilter['not-sold-in-your-country']).toBeUndefined()
    expect(withheld(there('NL').items).length).toBeGreaterThan(0)
    expect(there('NL').items).toEqual(engine.recommend({ ...ask, length: 48, shopper }).items)
  })

  test('puts what may not be sold there last in a shopper’s own order of a list, and leaves nothing out', () => {
    const productIds = Array.from({ length: 40 }, (_, n) => n + 1)
    const shopper = drawShopper(8, SIZE)
    const orderIn = (country?: 'FR' | 'NL') =>
      engine.order({ productIds, shopper: country ? { ...shopper, country } : shopper, blend: 1, nowMs: ask.nowMs })
    const inFrance = orderIn('FR')
    expect([...inFrance].sort((a, b) => a - b)).toEqual(productIds)
    const isWithheld = (id: number): boolean => id % 10 === 0
    const buyable = inFrance.filter((id) => state.bits.units(placeOf(id)) > 0)
    expect(buyable.slice(-buyable.filter(isWithheld).length).every(isWithheld)).toBe(true)
    expect(orderIn('NL')).toEqual(orderIn())
  })

  test('is the same for the same shopper, stock and seed', () => {
    const shopper = drawShopper(3, SIZE)
    const first = engine.recommend({ ...ask, shopper })
    engine.recommend({ ...ask, shopper: drawShopper(4, SIZE) })
    expect(createEngine(state).recommend({ ...ask, shopper }).items).toEqual(first.items)
  })

  test('is made for somebody of whom nothing is known too, and says what is true of the house', () => {
    const { items } = engine.recommend({ ...ask, shopper: NOBODY })
    expect(items).toHaveLength(24)
    for (const { reason } of items) {
      expect(['MOST_BOUGHT', 'NEW_IN', 'FROM_COLLECTION', 'RISING', 'IN_SEASON']).toContain(reason.code)
    }
  })

  test('follows stock at once: what is sold in the size is gone from the next answer', () => {
    const own = drawShop(SIZE, 9, 0)
    const shopper = drawShopper(3, SIZE)
    const live = createEngine(own)
    const [first] = live.recommend({ ...ask, shopper }).items
    if (!first) throw new Error('nothing was recommended')
    own.bits.patch({ sku: `S-${first.productId}-M`, version: 2, available: 0 })
    expect(idsOf(live.recommend({ ...ask, shopper }).items)).not.toContain(first.productId)
    own.bits.patch({ sku: `S-${first.productId}-M`, version: 3, available: 1 })
    expect(idsOf(live.recommend({ ...ask, shopper }).items)).toContain(first.productId)
  })

  test('is finite and whole even when a profile holds nonsense', () => {
    const shopper = drawShopper(3, SIZE, {
      affinities: [
        ['material:linen', Number.NaN],
        ['no:such', 1],
        ['colour:blue', Number.POSITIVE_INFINITY],
      ],
      recent: [
        { productId: -4, kind: 'viewed', weight: 1 },
        { productId: 3, kind: 'viewed', weight: Number.NaN },
      ],
      sizes: new Map([['tops', ['no such size']]]),
    })
    const { items } = engine.recommend({ ...ask, shopper })
    expect(items).toHaveLength(24)
    expect(items.every(({ score }) => Number.isFinite(score))).toBe(true)
  })
})

describe('merchandising rules', () => {
  test('are obeyed by every answer, whoever asks and wherever', () => {
    const excluded = [3, 4, 5, 6, 7, 8, 9]
    const rules = [
      rule('out', { effect: { kind: 'exclude' }, target: { by: 'products', productIds: excluded } }),
      rule('no-silk', { effect: { kind: 'exclude' }, target: { by: 'term', value: 'material:silk' } }),
      rule('pin', { effect: { kind: 'pin', position: 2 }, target: { by: 'products', productIds: [PINNED] } }),
      rule('cap', { effect: { kind: 'cap-brand', max: 2 } }),
    ]
    const ruled = createEngine({ ...drawShop(SIZE, 5, 0), rules })
    const silk = ruled.state.table.vocabulary.find('material:silk')
    const isSilk = (place: number): boolean => {
      const { terms, termsFrom } = ruled.state.table
      return terms.subarray(termsFrom[place], termsFrom[place + 1]).includes(silk)
    }
    expect(isSilk(ruled.state.table.placeOf(PINNED))).toBe(false)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const shopper = drawShopper(seed, SIZE, { disliked: new Set(), bought: new Set() })
        const { table } = ruled.state
        for (const placement of ['for-you', 'similar', 'together', 'complete-look', 'bag'] as const) {
          const beside = placement === 'for-you' ? {} : { anchorId: 1 + (seed % SIZE) }
          const { items } = ruled.recommend({ ...ask, placement, ...beside, shopper, seed })
          if (placement === 'for-you') expect(items[1]?.productId).toBe(PINNED)
          const brands = new Map<number, number>()
          for (const { productId, place } of items) {
            expect(excluded).not.toContain(productId)
            expect(isSilk(place)).toBe(false)
            const brand = table.brand[place] ?? 0
            brands.set(brand, (brands.get(brand) ?? 0) + 1)
          }
          expect(Math.max(0, ...brands.values())).toBeLessThanOrEqual(2)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('hold for pins too: of a brand that may stand there once, one pin is shown', () => {
    const own = drawShop(SIZE, 5, 0)
    const { table } = own
    const brand = table.brand[table.placeOf(PINNED)]
    const [other = 0] = [...table.ids].filter((id) => id !== PINNED && table.brand[table.placeOf(id)] === brand)
    const rules = [
      rule('pin', { effect: { kind: 'pin', position: 1 }, target: { by: 'products', productIds: [PINNED, other] } }),
      rule('cap', { effect: { kind: 'cap-brand', max: 1 } }),
    ]
    const { items } = createEngine({ ...own, rules }).recommend({ ...ask, shopper: NOBODY })
    expect(items[0]?.productId).toBe(PINNED)
    expect(idsOf(items)).not.toContain(other)
  })

  test('say whom they keep back, everywhere or on one placement', () => {
    const rules = [
      rule('all', { effect: { kind: 'exclude' }, target: { by: 'products', productIds: [3] } }),
      {
        ...rule('bag', { effect: { kind: 'exclude' }, target: { by: 'products', productIds: [4] } }),
        placements: ['bag' as const],
      },
    ]
    const { isExcluded } = createEngine({ ...state, rules })
    expect([3, 4, 5].map((id) => isExcluded(id, undefined, NOW_MS))).toEqual([true, false, false])
    expect([3, 4, 5, 9_999].map((id) => isExcluded(id, 'bag', NOW_MS))).toEqual([true, true, false, false])
  })

  test('have the last word on an order of listings: pins stand, what is kept back is last, a brand has its share', () => {
    const own = drawShop(SIZE, 5, 0)
    const { table } = own
    const rules = [
      rule('out', { effect: { kind: 'exclude' }, target: { by: 'products', productIds: [3, 4] } }),
      rule('pin', { effect: { kind: 'pin', position: 2 }, target: { by: 'products', productIds: [PINNED, 60] } }),
      rule('cap', { effect: { kind: 'cap-brand', max: 3 } }),
    ]
    const ruled = createEngine({ ...own, rules })
    const productIds = Array.from({ length: 120 }, (_, n) => n + 1)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const ordered = ruled.order({ productIds, shopper: drawShopper(seed, SIZE), blend: 0.8, nowMs: NOW_MS })
        expect([...ordered].sort((a, b) => a - b)).toEqual(productIds)
        expect(ordered.slice(1, 3)).toEqual([PINNED, 60])
        expect(ordered.slice(-2).sort()).toEqual([3, 4])
        const brands = new Map<number, number>()
        for (const id of ordered.slice(0, 24)) {
          const brand = table.brand[table.placeOf(id)] ?? 0
          brands.set(brand, (brands.get(brand) ?? 0) + 1)
        }
        expect(Math.max(...brands.values())).toBeLessThanOrEqual(3)
      }),
      { numRuns: 40 },
    )
  })

  test('never show what cannot be sold: a pin of a sold-out piece waits', () => {
    const own = drawShop(SIZE, 5, 0)
    const pin = rule('pin', { effect: { kind: 'pin', position: 1 }, target: { by: 'products', productIds: [50] } })
    const ruled = createEngine({ ...own, rules: [pin] })
    for (const code of ['XS', 'S', 'M', 'L', 'XL']) own.bits.patch({ sku: `S-50-${code}`, version: 9, available: 0 })
    expect(idsOf(ruled.recommend({ ...ask, shopper: NOBODY }).items)).not.toContain(50)
  })

  test('begin and end at their moments', () => {
    const pin = rule('pin', {
      effect: { kind: 'pin', position: 1 },
      target: { by: 'products', productIds: [50] },
      startsAt: new Date(NOW_MS + 1_000),
      endsAt: new Date(NOW_MS + 2_000),
    })
    const ruled = createEngine({ ...drawShop(SIZE, 5, 0), rules: [pin] })
    const firstAt = (nowMs: number) => ruled.recommend({ ...ask, shopper: NOBODY, nowMs }).items[0]?.productId
    expect(firstAt(NOW_MS)).not.toBe(50)
    expect(firstAt(NOW_MS + 1_500)).toBe(50)
    expect(firstAt(NOW_MS + 2_500)).not.toBe(50)
  })

  test('boost and bury move a brand up and down', () => {
    const positions = (factor: { kind: 'boost' | 'bury'; factor: number } | undefined): number => {
      const rules = factor ? [rule('b', { effect: factor, target: { by: 'category', value: 'shoes' } })] : []
      const { items } = createEngine({ ...drawShop(SIZE, 5, 0), rules }).recommend({ ...ask, shopper: NOBODY })
      const { table } = state
      return items.filter(({ place }) => table.categories.text(table.category[place] ?? 0) === 'shoes').length
    }
    expect(positions({ kind: 'boost', factor: 4 })).toBeGreaterThan(positions(undefined))
    expect(positions({ kind: 'bury', factor: 20 })).toBeLessThanOrEqual(positions(undefined))
  })
})

describe('placements', () => {
  test('a look is completed by other categories, one piece of each', () => {
    const own = drawShop(SIZE, 6, 0)
    const { table } = own
    const looks = createEngine(own)
    const categoryOf = (place: number) => table.categories.text(table.category[place] ?? 0)
    for (let anchorId = 1; anchorId <= 60; anchorId++) {
      const { items } = looks.recommend({ ...ask, placement: 'complete-look', anchorId, shopper: NOBODY, length: 4 })
      const shown = items.map(({ place }) => categoryOf(place))
      expect(new Set(shown).size).toBe(shown.length)
      expect(shown).not.toContain(categoryOf(table.placeOf(anchorId)))
    }
  })

  test('explored slots carry the probability they were shown by', () => {
    const { items } = engine.recommend({ ...ask, shopper: drawShopper(2, SIZE) })
    const explored = items.filter(({ source }) => source === 'explored')
    expect(explored).toHaveLength(2)
    for (const { propensity = 0 } of explored) expect(propensity > 0 && propensity <= 1).toBe(true)
  })

  test('a personal order keeps exactly the given products', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 60 }), (productIds) => {
        const ordered = engine.order({ productIds, shopper: drawShopper(1, SIZE), blend: 0.6, nowMs: NOW_MS })
        expect([...ordered].sort()).toEqual([...productIds].sort())
        expect(engine.order({ productIds, shopper: drawShopper(1, SIZE), blend: 0, nowMs: NOW_MS })).toEqual(productIds)
      }),
    )
  })

  test('the inspector is told what every source brought and which filter took what', () => {
    const { trace, items, candidates } = engine.recommend({ ...ask, shopper: drawShopper(2, SIZE), isTraced: true })
    expect(trace?.refusedByFilter['sold-out']).toBeGreaterThan(0)
    expect(trace?.candidates.length).toBeGreaterThan(Math.min(100, candidates - 1))
    for (const { productId } of items) {
      const found = trace?.candidates.find((one) => one.productId === productId)
      expect(found?.sources.length).toBeGreaterThan(0)
      expect(found?.position).toBeGreaterThanOrEqual(0)
    }
  })
})
