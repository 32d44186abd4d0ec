import { describe, expect, test } from 'vitest'
import { classifyDemand, shapeOf } from './classify-demand'
import { crostonRates, forecastSlow, sbaRates, tsbRates } from './croston'
import { smooth, smoothFast, weekAhead } from './smooth-fast'

const weights = { size: 0.1, timing: 0.1 }

describe('what sells now and then', () => {
  // 3 after two weeks, 2 after three more: size 3 -> 2.9, interval 2 -> 2.1.
  const series = [0, 3, 0, 0, 2]

  test('Croston smooths sizes and intervals apart', () => {
    expect(crostonRates(series, weights)).toEqual([undefined, 1.5, 1.5, 1.5, expect.closeTo(2.9 / 2.1, 10)])
  })
  test('Syntetos and Boylan take his bias out', () => {
    expect(sbaRates(series, weights).at(-1)).toBeCloseTo((0.95 * 2.9) / 2.1, 10)
  })
  test('Teunter, Syntetos and Babai let it fade week by week', () => {
    const rates = tsbRates(series, weights)
    expect(rates[2]).toBeCloseTo(1.35, 10)
    expect(rates[3]).toBeCloseTo(1.215, 10)
    expect(rates[4]).toBeCloseTo((0.405 + 0.1 * 0.595) * 2.9, 10)
  })
  test('a week in which it could not be bought changes nothing', () => {
    expect(crostonRates([0, 3, undefined, 0, 0, 2], weights).at(-1)).toBeCloseTo(2.9 / 2.1, 10)
  })
  test('what nobody asks for any more is forecast to fade', () => {
    const died = [...Array.from({ length: 30 }, (_, week) => (week % 3 === 0 ? 2 : 0)), ...Array(40).fill(0)]
    const { method, rate } = forecastSlow(died)
    expect(method).toBe('tsb')
    expect(rate).toBeLessThan(0.05)
  })
  test('what never sold is forecast as nothing', () => expect(forecastSlow([0, 0, 0, 0, 0, 0, 0, 0]).rate).toBe(0))
})

describe('what sells most weeks', () => {
  test('without a trend the level takes its share of the last surprise', () => {
    expect(smooth([10, 10, 10, 10, 20], { level: 0.2, trend: 0, damping: 0.9 }).level).toBeCloseTo(12, 10)
  })
  test('a damped trend flattens out', () => {
    const state = { level: 100, trend: 10, squaredError: 1, weights: { level: 0.2, trend: 0.1, damping: 0.5 } }
    expect([1, 2, 40].map((nth) => weekAhead(state, nth))).toEqual([105, 107.5, expect.closeTo(110, 6)])
  })
  test('a falling trend never forecasts less than nothing', () => {
    const falling = Array.from({ length: 20 }, (_, week) => Math.max(0, 40 - 2 * week))
    expect(weekAhead(smoothFast(falling), 13)).toBeGreaterThanOrEqual(0)
  })
})

describe('classes', () => {
  test('by the mean interval and the unevenness of sizes, cut at 1.32 and 0.49', () => {
    // Four sales in eight weeks; sizes 2, 2, 2, 2 and 1, 1, 1, 9: CV² 0 and 12 / 9.
    expect(shapeOf([2, 0, 2, 0, 2, 0, 2, 0])).toEqual({ interval: 2, unevenness: 0, pattern: 'intermittent' })
    expect(shapeOf([1, 0, 1, 0, 1, 0, 9, 0])).toMatchObject({ pattern: 'lumpy', unevenness: 12 / 9 })
    expect(shapeOf([2, 2, 2, 2]).pattern).toBe('smooth')
    expect(shapeOf([1, 1, 1, 9]).pattern).toBe('erratic')
  })
  test('eight weeks make a past', () => {
    expect(classifyDemand([1, 2, 3])).toBe('new')
    expect(classifyDemand([1, 2, 3, 1, 2, 3, 1, 2])).toBe('fast')
    expect(classifyDemand([1, 0, 0, 1, 0, 0, 0, 2])).toBe('slow')
  })
})
