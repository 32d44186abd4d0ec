import type { MerchandisingRule } from '@selvedge/core'
import { NOBODY } from '@selvedge/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from './recommend'
import { ask, idsOf, SIZE, state } from './testing/asked-engine'
import { drawShop, drawShopper, NOW_MS } from './testing/drawn-shop'

const PINNED = 52
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
