import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBestOf } from './best-of'
import { createRandom } from './random'
import { createPlainScan, createScan } from './scan'
import { assembleScan } from './scan-module'
import { webAssemblyHost } from './webassembly-host'

const bestOf = createBestOf()

const drawn = (length: number, seed: number): Float32Array => {
  const random = createRandom(seed)
  return Float32Array.from({ length }, () => random() * 2 - 1)
}

test('the assembled scan answers what plain arithmetic answers, whatever the number of columns', () => {
  expect(webAssemblyHost()?.validate(assembleScan())).toBe(true)
  for (const dimensions of [1, 7, 8, 32, 50, 64]) {
    const matrix = drawn(dimensions * 37, dimensions)
    const vector = drawn(dimensions, 99)
    const [quick, plain] = [createScan(matrix, dimensions)(vector), createPlainScan(matrix, dimensions)(vector)]
    expect(quick).toHaveLength(37)
    for (const [row, value] of quick.entries()) expect(value).toBeCloseTo(plain[row] ?? 0, 4)
  }
})

test('an empty matrix has no scores', () => {
  expect(createScan(new Float32Array(0), 64)(drawn(64, 1))).toHaveLength(0)
})

test('the best are those of a full sort, equals by place', () => {
  const scores = drawn(500, 4).map((value) => Math.round(value * 20))
  const sorted = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  for (const limit of [0, 1, 7, 120, 500, 900]) expect([...bestOf(scores, limit)]).toEqual(sorted.slice(0, limit))
})

test('of many scores as of few, spread or all alike, the best are those of a full sort', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0, 3, 1e9), (seed, steps) => {
      const scores = drawn(4_000, seed).map((value) => (steps === 0 ? 0 : Math.round(value * steps) / steps))
      const sorted = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      for (const limit of [1, 160, 3_999]) expect([...bestOf(scores, limit)]).toEqual(sorted.slice(0, limit))
    }),
    { numRuns: 20 },
  )
})

test('where the scores that count lie side by side, or stand in ascending order, nothing is missed', () => {
  const missed = new Float32Array(20_000)
  missed.fill(1, 1, 70)
  expect([...bestOf(missed, 60)]).toEqual(Array.from({ length: 60 }, (_, at) => at + 1))
  const rising = Float32Array.from({ length: 20_000 }, (_, place) => place)
  expect([...bestOf(rising, 60)]).toEqual(Array.from({ length: 60 }, (_, at) => 19_999 - at))
})
