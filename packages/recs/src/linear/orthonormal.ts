/**
 * Makes the columns of a tall matrix (rows · columns, row-major) orthonormal, in place, by Cholesky of the Gram matrix,
 * twice (Yamamoto et al. 2015: two rounds are as good as Householder while the condition stays below 1e8). A column
 * that depends on earlier ones becomes zero. One round is enough between the steps of an iteration.
 */
export function orthonormalise(matrix: Float32Array, rows: number, columns: number, rounds = 2): void {
  for (let round = 0; round < rounds; round++)
    divide(matrix, rows, columns, choleskyUpper(gram(matrix, rows, columns), columns))
}

/** AᵀA, row-major. */
export function gram(matrix: Float32Array, rows: number, columns: number): Float64Array {
  const sums = new Float64Array(columns * columns)
  for (let row = 0; row < rows; row++) {
    const start = row * columns
    for (let a = 0; a < columns; a++) {
      const left = matrix[start + a] ?? 0
      const to = a * columns
      for (let b = a; b < columns; b++) sums[to + b] = (sums[to + b] ?? 0) + left * (matrix[start + b] ?? 0)
    }
  }
  for (let a = 0; a < columns; a++) for (let b = 0; b < a; b++) sums[a * columns + b] = sums[b * columns + a] ?? 0
  return sums
}

/** U of G = UᵀU; a pivot that is nearly nothing beside its own column's length marks a dependent column: its row is zero. */
function choleskyUpper(g: Float64Array, size: number): Float64Array {
  const upper = new Float64Array(size * size)
  for (let j = 0; j < size; j++) {
    let pivot = g[j * size + j] ?? 0
    for (let k = 0; k < j; k++) pivot -= (upper[k * size + j] ?? 0) ** 2
    if (!(pivot > 1e-10 * (g[j * size + j] ?? 0))) continue
    const root = Math.sqrt(pivot)
    upper[j * size + j] = root
    for (let i = j + 1; i < size; i++) {
      let sum = g[j * size + i] ?? 0
      for (let k = 0; k < j; k++) sum -= (upper[k * size + j] ?? 0) * (upper[k * size + i] ?? 0)
      upper[j * size + i] = sum / root
    }
  }
  return upper
}

/** A U⁻¹ in place, row by row. */
function divide(matrix: Float32Array, rows: number, columns: number, upper: Float64Array): void {
  const row = new Float64Array(columns)
  for (let r = 0; r < rows; r++) {
    const start = r * columns
    for (let j = 0; j < columns; j++) row[j] = matrix[start + j] ?? 0
    for (let j = 0; j < columns; j++) {
      const pivot = upper[j * columns + j] ?? 0
      const value = pivot === 0 ? 0 : (row[j] ?? 0) / pivot
      row[j] = value
      const from = j * columns
      for (let i = j + 1; i < columns; i++) row[i] = (row[i] ?? 0) - value * (upper[from + i] ?? 0)
    }
    for (let j = 0; j < columns; j++) matrix[start + j] = row[j] ?? 0
  }
}
