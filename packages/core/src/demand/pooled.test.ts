import { describe, expect, test } from 'vitest'
import { forecastAll } from './forecast-all'
import { launchCurve, launchStrength } from './launch'
import { seasonOf } from './season'
import { sizeShares } from './size-curve'
import { asKnownBefore, type SkuDemand, summed, withoutStockOuts } from './sku-demand'

const sku = (variantId: number, over: Partial<SkuDemand>): SkuDemand => ({
  variantId,
  productId: 1,
  group: 'tops',
  curveShare: 1,
  firstWeek: 0,
  units: [],
  ...over,
})

describe('what a SKU cannot say by itself', () => {
  test('sizes share a style by the curve of its kind, bent by what was sold of it', () => {
    expect(sizeShares([1, 2, 1], [0, 0, 0])).toEqual([0.25, 0.5, 0.25])
    // 30 units of prior, 10 seen, all of the last size: (7.5 + 10) / 40.
    expect(sizeShares([1, 2, 1], [0, 0, 10])).toEqual([7.5 / 40, 15 / 40, 17.5 / 40])
  })

  test('a young style sells as its peers did, then as itself', () => {
    const curve = launchCurve([
      [2, 4, 4, 4],
      [6, 4, 4, 4],
    ])
    expect(curve.weekly[0]).toBe(4)
    expect(launchStrength(curve, []).strength).toBe(1)
    // 24 seen where the peers had 12: (0.5 + 24) / (0.5 + 12).
    expect(launchStrength(curve, [8, 8, 8]).strength).toBeCloseTo(24.5 / 12.5, 10)
  })

  test('a season needs two years and stands out of the noise of one week', () => {
    const yearly = Array.from({ length: 156 }, (_, week) => (week % 52 < 26 ? 20 : 10))
    expect(seasonOf(yearly.slice(0, 100), 0)).toBeUndefined()
    const season = seasonOf(yearly, 0)
    expect(season?.[13]).toBeCloseTo(20 / 15, 1)
    expect(season?.[39]).toBeCloseTo(10 / 15, 1)
  })

  test('a style is the sum of its sizes; one that ran out is taken to have gone like the rest', () => {
    const style = summed([sku(1, { units: [1, 2, 3] }), sku(2, { firstWeek: 1, units: [4, undefined] })])
    expect(style).toEqual({ firstWeek: 0, units: [1, 6, 6] })
  })

  test('a week that ran out counts only where it sold as much as before', () => {
    expect(withoutStockOuts([4, 4, 1, 0, 5], [false, false, true, true, true])).toEqual([4, 4, undefined, undefined, 5])
  })

  test('a new size is forecast by its style and the curve, an old one by itself, what did not exist is left out', () => {
    const old = Array.from({ length: 6 }, (_, nth) =>
      sku(10 + nth, {
        productId: 2 + nth,
        firstWeek: nth === 0 ? 0 : 2,
        units: Array(nth === 0 ? 30 : 28).fill(6),
      }),
    )
    const fresh = [0.25, 0.75].map((curveShare, nth) =>
      sku(1 + nth, { curveShare, firstWeek: 27, units: [nth * 3, nth * 3, nth * 3] }),
    )
    const all = forecastAll([...old, ...fresh], 4)
    const of = (variantId: number) => all.find((one) => one.sku.variantId === variantId)?.ahead
    expect(of(10)).toMatchObject({ demandClass: 'fast', method: 'smoothing' })
    expect(of(10)?.total(4).mean).toBeCloseTo(24, 6)
    expect(of(1)).toMatchObject({ demandClass: 'new', method: 'launch' })
    expect(of(1)?.weekly[0]).toBeGreaterThan(0) // it sold nothing yet, its style did
    expect(of(2)?.weekly[0]).toBeGreaterThan(of(1)?.weekly[0] ?? 0)
    expect(asKnownBefore([...old, ...fresh], 3).map((one) => one.variantId)).toEqual([10, 11, 12, 13, 14, 15])
  })
})
