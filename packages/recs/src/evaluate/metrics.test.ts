import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random'
import { bootstrapInterval } from './bootstrap'
import { areaUnderCurve, calibrationError } from './calibration'
import { listMetrics } from './metrics'

describe('figures of a list', () => {
  test('are those computed by hand: hits at ranks 1 and 3 of five, three taken', () => {
    const found = listMetrics([7, 1, 8, 2, 3], new Set([7, 8, 9]), 5)
    expect(found.recall).toBeCloseTo(2 / 3, 10)
    expect(found.precision).toBeCloseTo(2 / 5, 10)
    // (1 / log2(2) + 1 / log2(4)) / (1 + 1 / log2(3) + 1 / 2) = 1.5 / 2.13093
    expect(found.ndcg).toBeCloseTo(0.703918, 6)
    expect(found.mrr).toBe(1)
    expect(found.hr).toBe(1)
    // (1/1 + 2/3) / 3
    expect(found.map).toBeCloseTo(5 / 9, 10)
  })

  test('a first hit at rank four gives a quarter; without a hit, or with nothing taken, all is zero', () => {
    expect(listMetrics([1, 2, 3, 7], new Set([7]), 5)).toMatchObject({ mrr: 0.25, map: 0.25, hr: 1 })
    expect(listMetrics([1, 2, 3, 7], new Set([7]), 3)).toMatchObject({ ndcg: 0, hr: 0, recall: 0 })
    expect(listMetrics([1], new Set(), 3)).toMatchObject({ ndcg: 0, recall: 0 })
  })

  test('more taken than the list is long: a list full of hits is ideal', () => {
    expect(listMetrics([1, 2], new Set([1, 2, 3, 4]), 2)).toMatchObject({ ndcg: 1, map: 1, recall: 0.5, precision: 1 })
  })
})

describe('figures of probabilities', () => {
  test('the area under the curve counts pairs in order, ties by half', () => {
    // Positives .8, .4; negatives .6, .4, .1: pairs won 3 + (0 + .5 + 1) = 4.5 of 6.
    const scores = Float64Array.of(0.8, 0.4, 0.6, 0.4, 0.1)
    expect(areaUnderCurve(scores, (row) => row < 2)).toBeCloseTo(0.75, 10)
    expect(areaUnderCurve(scores, () => true)).toBe(0.5)
  })

  test('the calibration error is the mean distance of promise and outcome over the bins', () => {
    // Bins {.1, .2} without, {.8, .9} with one of two: |.3 - 0| + |1.7 - 1| over four.
    const scores = Float64Array.of(0.9, 0.1, 0.8, 0.2)
    expect(calibrationError(scores, (row) => row === 0, 2)).toBeCloseTo((0.3 + 0.7) / 4, 10)
  })
})

test('the bootstrap interval holds the mean, narrows with more users, and repeats by its seed', () => {
  const half = (users: number) => Float64Array.from({ length: users }, (_, user) => user % 2)
  const few = bootstrapInterval(half(100), seededRandom(1))
  const many = bootstrapInterval(half(10_000), seededRandom(1))
  expect(few.low).toBeLessThan(0.5)
  expect(few.high).toBeGreaterThan(0.5)
  // 1.96 · sqrt(.25 / 100) = .098 each way.
  expect(few.high - few.low).toBeCloseTo(0.196, 1)
  expect(many.high - many.low).toBeLessThan((few.high - few.low) / 5)
  expect(bootstrapInterval(half(100), seededRandom(1))).toEqual(few)
})
