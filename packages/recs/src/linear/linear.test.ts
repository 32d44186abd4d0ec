import { describe, expect, test } from 'vitest'
import { normal, seededRandom } from '../random'
import { invertPositive } from './invert-positive'
import { gram, orthonormalise } from './orthonormal'
import { solvePositive } from './solve-positive'

describe('the inverse of a positive matrix', () => {
  test('is that of the textbook: [[4, 2], [2, 3]] has [[3, -2], [-2, 4]] / 8', () => {
    const inverse = invertPositive(Float64Array.of(4, 2, 2, 3), 2)
    for (const [at, value] of [3 / 8, -2 / 8, -2 / 8, 4 / 8].entries()) expect(inverse[at]).toBeCloseTo(value, 12)
    expect([...solvePositive(Float64Array.of(4, 2, 2, 3), Float64Array.of(2, 1))]).toEqual([
      expect.closeTo(0.5, 12),
      expect.closeTo(0, 12),
    ])
  })

  test.each([1, 3, 4, 5, 17, 64])('times the matrix it is one, also at %i rows', (size) => {
    const random = seededRandom(size)
    const half = Float64Array.from({ length: size * size }, () => normal(random))
    const matrix = new Float64Array(size * size)
    const at = (m: Float64Array, row: number, column: number) => m[row * size + column] ?? 0
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        for (let k = 0; k < size; k++) matrix[i * size + j] = at(matrix, i, j) + at(half, i, k) * at(half, j, k)
      }
      matrix[i * size + i] = at(matrix, i, i) + 1
    }
    const inverse = invertPositive(matrix, size)
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        let sum = 0
        for (let k = 0; k < size; k++) sum += at(matrix, i, k) * at(inverse, k, j)
        expect(sum).toBeCloseTo(i === j ? 1 : 0, 8)
      }
    }
  })

  test('of a matrix that is not positive definite is refused', () => {
    expect(() => invertPositive(Float64Array.of(1, 2, 2, 1), 2)).toThrow(/positive definite/)
  })
})

test('columns become orthonormal, and one that depends on others becomes zero', () => {
  const random = seededRandom(3)
  const block = Float32Array.from({ length: 50 * 4 }, () => normal(random))
  for (let row = 0; row < 50; row++) block[row * 4 + 3] = 2 * (block[row * 4] ?? 0)
  orthonormalise(block, 50, 4)
  const products = gram(block, 50, 4)
  for (let a = 0; a < 4; a++) {
    for (let b = 0; b < 4; b++) expect(products[a * 4 + b]).toBeCloseTo(a === b && a < 3 ? 1 : 0, 5)
  }
})
