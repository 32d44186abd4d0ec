import { innerProduct } from './inner-product'
import { createNearestRows, type NearestRows } from './nearest-rows'

/** One unit vector per product, row by row; the dot product of two is their likeness, -1 to 1. */
export type ContentVectors = {
  readonly dimensions: number
  readonly values: Float32Array
  readonly nearest: NearestRows
}

const DIMENSIONS = 32

/**
 * Vectors from what products say of themselves, by signed feature hashing (Weinberger et al. 2009): every word adds its
 * inverse document frequency, ln(n / df), to two of the dimensions with a sign of its own. Deterministic, needs no
 * training, and a product that nobody has bought has one too.
 */
export function buildContentVectors(
  documents: readonly (readonly string[])[],
  dimensions = DIMENSIONS,
): ContentVectors {
  const seenIn = new Map<string, number>()
  for (const words of documents) for (const word of new Set(words)) seenIn.set(word, (seenIn.get(word) ?? 0) + 1)
  const values = new Float32Array(documents.length * dimensions)
  for (const [place, words] of documents.entries()) {
    const row = values.subarray(place * dimensions, (place + 1) * dimensions)
    for (const word of new Set(words)) {
      const weight = Math.log(documents.length / (seenIn.get(word) ?? 1))
      for (const salt of [1, 2]) {
        const hash = hashOf(word, salt)
        const at = (hash >>> 1) % dimensions
        row[at] = (row[at] ?? 0) + (hash & 1 ? weight : -weight)
      }
    }
    normalise(row)
  }
  return { dimensions, values, nearest: createNearestRows(values, dimensions) }
}

/** Likeness of two products, by their places. */
export function likeness({ dimensions, values }: ContentVectors, a: number, b: number): number {
  return innerProduct(values, a * dimensions, values, b * dimensions, dimensions)
}

/** Scales a vector to length 1; one without length stays as it is. */
export function normalise(vector: Float32Array): void {
  let squares = 0
  for (const value of vector) squares += value * value
  if (squares === 0) return
  const scale = 1 / Math.sqrt(squares)
  for (let d = 0; d < vector.length; d++) vector[d] = (vector[d] ?? 0) * scale
}

/** FNV-1a over the characters, finished by the mixer of MurmurHash3. */
function hashOf(word: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
