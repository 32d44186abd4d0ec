import { invertPositive } from './invert-positive'

/** x of A x = b for a small symmetric positive definite A (row-major). */
export function solvePositive(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const inverse = invertPositive(matrix, size)
  return Float64Array.from(right, (_, row) => {
    let sum = 0
    for (let column = 0; column < size; column++) sum += (inverse[row * size + column] ?? 0) * (right[column] ?? 0)
    return sum
  })
}
