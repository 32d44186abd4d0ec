import { NOBODY } from '@selvedge/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from './recommend'
import { ask, engine, idsOf, SIZE, state } from './testing/asked-engine'
import { drawShop, drawShopper } from './testing/drawn-shop'

const placeOf = (id: number): number => state.table.placeOf(id)

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
