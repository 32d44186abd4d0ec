/** The ridge of a row: λ · (taken + α₀ · others)^ν, with `others` the rows of the other side. */
export type Ridge = {
  readonly ridge: number
  readonly exponent: number
  readonly unobserved: number
  readonly others: number
}

/** HᵀH over all rows, row-major. */
export function gramOfRows(rows: Float32Array, dimensions: number): Float64Array {
  const sums = new Float64Array(dimensions * dimensions)
  for (let start = 0; start < rows.length; start += dimensions) {
    for (let a = 0; a < dimensions; a++) {
      const left = rows[start + a] ?? 0
      const to = a * dimensions
      for (let b = 0; b < dimensions; b++) sums[to + b] = (sums[to + b] ?? 0) + left * (rows[start + b] ?? 0)
    }
  }
  return sums
}

type FoldIn = { readonly dimensions: number; readonly steps: number; readonly ridge: Ridge }

/**
 * Answers a function that improves a row's vector for what the row took: conjugate gradient on
 * (Σ_taken h hᵀ + α₀ HᵀH + λ' I) w = Σ_taken h. The matrix is never formed: its product costs d² + 2 d · |taken|.
 * It also gives a vector to a shopper who was not there at training (start from zero, take more steps).
 */
export function foldIn(items: Float32Array, all: Float64Array, { dimensions, steps, ridge }: FoldIn) {
  const [product, residual, direction] = [0, 1, 2].map(() => new Float64Array(dimensions))
  if (!product || !residual || !direction) throw new RangeError('no room for a vector')
  const applied = (taken: Int32Array, penalty: number, vector: Float64Array | Float32Array): void => {
    for (let a = 0; a < dimensions; a++) {
      let sum = 0
      const row = a * dimensions
      for (let b = 0; b < dimensions; b++) sum += (all[row + b] ?? 0) * (vector[b] ?? 0)
      product[a] = ridge.unobserved * sum + penalty * (vector[a] ?? 0)
    }
    for (const item of taken) addOuter(items, item * dimensions, vector, product)
  }
  return (taken: Int32Array, vector: Float32Array): void => {
    const penalty = ridge.ridge * (taken.length + ridge.unobserved * ridge.others) ** ridge.exponent
    applied(taken, penalty, vector)
    for (let d = 0; d < dimensions; d++) residual[d] = -(product[d] ?? 0)
    for (const item of taken) {
      for (let d = 0; d < dimensions; d++) residual[d] = (residual[d] ?? 0) + (items[item * dimensions + d] ?? 0)
    }
    direction.set(residual)
    let length = dot(residual, residual)
    for (let step = 0; step < steps && length > 1e-12; step++) {
      applied(taken, penalty, direction)
      const stride = length / dot(direction, product)
      for (let d = 0; d < dimensions; d++) {
        vector[d] = (vector[d] ?? 0) + stride * (direction[d] ?? 0)
        residual[d] = (residual[d] ?? 0) - stride * (product[d] ?? 0)
      }
      const next = dot(residual, residual)
      for (let d = 0; d < dimensions; d++) direction[d] = (residual[d] ?? 0) + (next / length) * (direction[d] ?? 0)
      length = next
    }
  }
}

/** Adds h (h · v) to the product. */
function addOuter(items: Float32Array, row: number, vector: Float64Array | Float32Array, product: Float64Array): void {
  let sum = 0
  for (let d = 0; d < vector.length; d++) sum += (items[row + d] ?? 0) * (vector[d] ?? 0)
  for (let d = 0; d < vector.length; d++) product[d] = (product[d] ?? 0) + sum * (items[row + d] ?? 0)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let d = 0; d < a.length; d++) sum += (a[d] ?? 0) * (b[d] ?? 0)
  return sum
}
