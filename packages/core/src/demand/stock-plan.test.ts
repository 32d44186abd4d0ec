import { describe, expect, test } from 'vitest'
import { stretchFor } from './calibrate'
import { chancesOf, enoughFor, intervalOf, normalQuantile } from './count-interval'
import { coverOf } from './cover'
import { interestUnits } from './interest'
import { orderLevels, reorderPoint, suggestOrder } from './reorder'

const poisson2 = { mean: 2, variance: 2 }

describe('intervals of whole units', () => {
  test('a Poisson law of mean 2 has its tabled chances', () => {
    for (const [units, chance] of [0.1353, 0.2707, 0.2707, 0.1804, 0.0902].entries())
      expect(chancesOf(poisson2)[units]).toBeCloseTo(chance, 4)
  })
  test('more variance than mean is negative binomial: mean 2, variance 4 is r = 2, p = 1/2', () => {
    for (const [units, chance] of [0.25, 0.25, 0.1875, 0.125].entries())
      expect(chancesOf({ mean: 2, variance: 4 })[units]).toBeCloseTo(chance, 10)
  })
  test('of the whole-numbered intervals the one nearest to 80 % is told', () => {
    // 1 to 4 covers 81.2 %, 0 to 3 covers 85.7 %.
    expect(intervalOf(poisson2)).toEqual({ low: 1, high: 4 })
    expect(intervalOf({ mean: 0, variance: 0 })).toEqual({ low: 0, high: 0 })
    expect(intervalOf({ mean: 1_000, variance: 10_000 })).toEqual({ low: 872, high: 1_128 })
  })
  test('enough for nine times of ten', () => {
    expect(enoughFor(poisson2, 0.9)).toBe(4)
    expect(normalQuantile(0.9)).toBeCloseTo(1.2816, 3)
  })
  test('intervals that held too seldom are stretched, those that always held are drawn in', () => {
    const past = (came: number) =>
      Array.from({ length: 100 }, (_, nth) => ({
        outlook: { mean: 100, variance: 100 },
        came: 100 + (nth % 2 ? came : -came),
      }))
    expect(stretchFor(past(20))).toBeGreaterThan(2)
    expect(stretchFor(past(1))).toBeLessThan(1)
    expect(stretchFor(past(20).slice(0, 10))).toBe(1)
  })
})

describe('what to order', () => {
  const levels = orderLevels(poisson2, { mean: 6, variance: 6 }, 0)
  test('at the reorder point up to what lasts until the next delivery, in whole packs', () => {
    expect(reorderPoint(poisson2)).toBe(4)
    // Poisson 6: nine is enough nine times of ten; 9 - 3 = 6.
    expect(levels).toEqual({ reorderPoint: 4, orderUpTo: 9 })
    expect(suggestOrder({ free: 3, incoming: 0, promised: 0 }, levels, 6)).toBe(6)
    expect(suggestOrder({ free: 3, incoming: 0, promised: 0 }, { ...levels, orderUpTo: 10 }, 6)).toBe(12)
    expect(suggestOrder({ free: 5, incoming: 0, promised: 0 }, levels, 6)).toBe(0)
  })
  test('what is on its way counts, what is promised of it does not', () => {
    expect(suggestOrder({ free: 3, incoming: 6, promised: 0 }, levels, 6)).toBe(0)
    expect(suggestOrder({ free: 3, incoming: 6, promised: 6 }, levels, 6)).toBe(6)
  })
  test('what nobody buys is not ordered, what was sold ahead is', () => {
    const still = orderLevels({ mean: 0, variance: 0 }, { mean: 0, variance: 0 }, 0)
    expect(suggestOrder({ free: 0, incoming: 0, promised: 0 }, still, 6)).toBe(0)
    expect(suggestOrder({ free: 0, incoming: 0, promised: 4 }, still, 6)).toBe(6)
  })
  test('those who wait count by the share that buys; polls add at most a tenth', () => {
    expect(interestUnits({ waiting: 10, unmet: 20, pollShare: 1 }, 30)).toBe(8)
    expect(interestUnits({ waiting: 0, unmet: 0, pollShare: 0 }, 30)).toBe(0)
  })
})

describe('how long a shelf lasts', () => {
  const weekly = [7, 7, 14, 14]
  test('to the day, and with what arrives', () => {
    const none = coverOf({ free: 14, weekly, arrivals: [], today: '2027-03-01' })
    expect(none).toEqual({ daysOfCover: 13, stockOutOn: '2027-03-14' })
    const more = coverOf({ free: 14, weekly, arrivals: [{ on: '2027-03-10', units: 14 }], today: '2027-03-01' })
    expect(more).toEqual({ daysOfCover: 13, stockOutOn: '2027-03-21' })
  })
  test('what outlasts the forecast has no day; an empty shelf has none left', () => {
    expect(coverOf({ free: 100, weekly, arrivals: [], today: '2027-03-01' })).toEqual({})
    expect(coverOf({ free: 0, weekly, arrivals: [], today: '2027-03-01' }).daysOfCover).toBe(0)
  })
  test('an overdue shipment is counted on no day: it may come, and nobody says when', () => {
    const late = [{ on: '2027-02-20', units: 100 }]
    expect(coverOf({ free: 14, weekly, arrivals: late, today: '2027-03-01' }).stockOutOn).toBe('2027-03-14')
    const today = [{ on: '2027-03-01', units: 100 }]
    expect(coverOf({ free: 14, weekly, arrivals: today, today: '2027-03-01' }).stockOutOn).toBeUndefined()
  })
})
