import { rowDots } from './row-dots'

// Rows are worked on in tiles of four, columns in pairs.
const TILE = 4

/**
 * The inverse of a symmetric positive definite matrix of `size` rows (row-major, `size` · `size`), by Cholesky:
 * A = L Lᵀ, M = L⁻¹, A⁻¹ = Mᵀ M. All three steps are dot products of rows (M is kept transposed), about size³ / 2
 * multiplications together. A matrix that is not positive definite is a fault.
 */
export function invertPositive(matrix: Float64Array, size: number): Float64Array {
  const width = Math.ceil(size / TILE) * TILE
  const lower = padded(matrix, size, width)
  factorise(lower, width)
  const turned = invertLower(lower, width)
  const inverse = new Float64Array(size * size)
  const out = new Float64Array(8)
  for (let i = 0; i < width; i += TILE) {
    for (let j = 0; j < i + TILE; j += 2) {
      // Row a of the turned inverse is zero before column a.
      rowDots(turned, i, turned, j, width, i, width, out)
      for (let n = 0; n < 8; n++) {
        const [row, column] = [i + (n >> 1), j + (n & 1)]
        if (row >= size || column > row) continue
        inverse[row * size + column] = out[n] ?? 0
        inverse[column * size + row] = out[n] ?? 0
      }
    }
  }
  return inverse
}

/** A copy with rows of `width`, the rows added being those of the identity. */
function padded(matrix: Float64Array, size: number, width: number): Float64Array {
  const copy = new Float64Array(width * width)
  for (let row = 0; row < size; row++) copy.set(matrix.subarray(row * size, (row + 1) * size), row * width)
  for (let row = size; row < width; row++) copy[row * width + row] = 1
  return copy
}

/** Cholesky in place, tile columns from left to right; what is above the diagonal is left as it was. */
function factorise(a: Float64Array, width: number): void {
  const out = new Float64Array(8)
  for (let j = 0; j < width; j += TILE) {
    for (let i = j; i < width; i += TILE) {
      for (let pair = j; pair < j + TILE; pair += 2) {
        rowDots(a, i, a, pair, width, 0, j, out)
        for (let n = 0; n < 8; n++) {
          const at = (i + (n >> 1)) * width + pair + (n & 1)
          a[at] = (a[at] ?? 0) - (out[n] ?? 0)
        }
      }
      finishTile(a, i, j, width)
    }
  }
}

/** The part of a tile that depends on itself: the columns of the tile, one after another. */
function finishTile(a: Float64Array, i: number, j: number, width: number): void {
  for (let column = j; column < j + TILE; column++) {
    for (let row = Math.max(i, column); row < i + TILE; row++) {
      let sum = a[row * width + column] ?? 0
      for (let k = j; k < column; k++) sum -= (a[row * width + k] ?? 0) * (a[column * width + k] ?? 0)
      if (row === column) {
        if (!(sum > 0)) throw new RangeError(`the matrix is not positive definite (pivot ${row}: ${sum})`)
        a[row * width + column] = Math.sqrt(sum)
      } else a[row * width + column] = sum / (a[column * width + column] ?? 1)
    }
  }
}

/** The inverse of a lower triangle, turned: row j of the answer is column j of it. */
function invertLower(lower: Float64Array, width: number): Float64Array {
  const turned = new Float64Array(width * width)
  const out = new Float64Array(8)
  for (let i = 0; i < width; i += TILE) {
    for (let j = 0; j < i + TILE; j += 2) {
      if (i > j) rowDots(lower, i, turned, j, width, j, i, out)
      else out.fill(0)
      for (let n = 0; n < 8; n++) invertAt(lower, turned, { width, i, j: j + (n & 1), row: i + (n >> 1) }, out[n] ?? 0)
    }
  }
  return turned
}

type Spot = { readonly width: number; readonly i: number; readonly j: number; readonly row: number }

function invertAt(lower: Float64Array, turned: Float64Array, { width, i, j, row }: Spot, before: number): void {
  if (row < j) return
  const pivot = lower[row * width + row] ?? 1
  if (row === j) {
    turned[j * width + row] = 1 / pivot
    return
  }
  let sum = before
  for (let k = Math.max(i, j); k < row; k++) sum += (lower[row * width + k] ?? 0) * (turned[j * width + k] ?? 0)
  turned[j * width + row] = -sum / pivot
}
