import { NOBODY } from '@selvedge/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from './recommend'
import { ask, engine, SIZE } from './testing/asked-engine'
import { drawShop, drawShopper, NOW_MS } from './testing/drawn-shop'

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
