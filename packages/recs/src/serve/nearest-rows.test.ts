import { expect, test } from 'vitest'
import { createBestOf } from './best-of'
import { assembleCoarseScan } from './coarse-scan-module'
import { createNearestRows } from './nearest-rows'
import { createRandom } from './random'
import { createPlainScan } from './scan'
import { webAssemblyHost } from './webassembly-host'

const bestOf = createBestOf()

/** The share of the best rows that are found, each with its exact score, over a few vectors. */
function recallOf(matrix: Float32Array, dimensions: number, vectors: readonly Float32Array[], limit: number): number {
  const [nearest, scan] = [createNearestRows(matrix, dimensions), createPlainScan(matrix, dimensions)]
  let [found, all] = [0, 0]
  for (const vector of vectors) {
    const exact = scan(vector)
    const worst = exact[bestOf(exact, limit)[limit - 1] ?? 0] ?? 0
    const { places, scores, length } = nearest(vector, limit)
    expect(length).toBe(Math.min(limit, exact.length))
    expect(new Set(places.subarray(0, length)).size).toBe(length)
    for (let at = 0; at < length; at++) {
      expect(scores[at]).toBeCloseTo(exact[places[at] ?? -1] ?? Number.NaN, 4)
      if (at > 0) expect(scores[at]).toBeLessThanOrEqual(scores[at - 1] ?? 0)
      if ((exact[places[at] ?? -1] ?? 0) >= worst) found++
      all++
    }
  }
  return found / all
}

const drawn = (length: number, seed: number, of: (random: () => number) => number): Float32Array => {
  const random = createRandom(seed)
  return Float32Array.from({ length }, () => of(random))
}
const signed = (random: () => number): number => random() * 2 - 1
const vectorsOf = (dimensions: number): Float32Array[] => [3, 5, 7].map((seed) => drawn(dimensions, seed, signed))

test('a module of every width is one that the platform takes', () => {
  for (const bytes of [2, 32, 64, 512]) expect(webAssemblyHost()?.validate(assembleCoarseScan(bytes))).toBe(true)
})

test('all of the best of many rows are found, with their exact scores in order', () => {
  for (const dimensions of [5, 32, 64]) {
    const matrix = drawn(20_000 * dimensions, dimensions, signed)
    expect(recallOf(matrix, dimensions, vectorsOf(dimensions), 160)).toBe(1)
  }
})

test('rows of very different lengths do not hide each other', () => {
  const matrix = drawn(20_000 * 32, 1, signed)
  for (const [at, value] of matrix.entries()) matrix[at] = value / (1 + Math.floor(at / 32))
  expect(recallOf(matrix, 32, vectorsOf(32), 160)).toBe(1)
})

test('where rows are nearly alike hardly one of the best is missed', () => {
  const matrix = drawn(20_000 * 32, 2, (random) => 1 + random() / 5)
  expect(recallOf(matrix, 32, vectorsOf(32), 160)).toBeGreaterThanOrEqual(0.99)
})

test('rows that are all alike are answered by place, rows of zeros not at all', () => {
  for (const count of [90, 4_001]) {
    const alike = createNearestRows(new Float32Array(count * 8).fill(0.25), 8)(new Float32Array(8).fill(1), 5)
    expect([...alike.places.subarray(0, alike.length)]).toEqual([0, 1, 2, 3, 4])
    const matrix = new Float32Array(count * 8).fill(0.5, 80 * 8, 83 * 8)
    const told = createNearestRows(matrix, 8)(new Float32Array(8).fill(-1), 5)
    expect([...told.places.subarray(0, told.length)]).toEqual([80, 81, 82])
    expect(createNearestRows(matrix, 8)(new Float32Array(8), 5)).toHaveLength(0)
  }
})

test('few rows and none are searched as well', () => {
  expect(recallOf(drawn(40 * 7, 9, signed), 7, vectorsOf(7), 30)).toBe(1)
  expect(createNearestRows(new Float32Array(0), 64)(new Float32Array(64).fill(1), 9)).toHaveLength(0)
})

test('among what is wanted all of the nearest are found, few rows or many, and nothing else', () => {
  for (const rows of [500, 5_000]) {
    const matrix = drawn(rows * 32, 4, signed)
    const nearest = createNearestRows(matrix, 32)
    const [vector = new Float32Array(32)] = vectorsOf(32)
    const asked: number[] = []
    const isWanted = (place: number): boolean => place % 3 === 0
    const best = Array.from(nearest(vector, 60).places).filter(isWanted)
    const { places, length } = nearest(vector, 60, {
      expect: (expected, count) => void asked.push(...expected.subarray(0, count)),
      wants: (place) => asked.includes(place) && isWanted(place),
    })
    expect(length).toBeGreaterThanOrEqual(best.length)
    expect(Array.from(places.subarray(0, best.length))).toEqual(best)
    expect(Array.from(places.subarray(0, length)).every(isWanted)).toBe(true)
  }
})
