/** Places that a key can hold: more than two million. */
export const PLACES_MAX = 2 ** 21

const float = new Float32Array(1)
const bits = new Int32Array(float.buffer)

/**
 * Score and place as one number, so that sorting numbers upwards gives the greatest score first and of equals the
 * smaller place: far quicker than a comparing function. The upper 32 bits are the score's own, in an order that whole
 * numbers share; the lower 21 are the place. Scores count in single precision and are finite.
 */
export function rankKey(score: number, place: number): number {
  float[0] = -score + 0
  const raw = bits[0] ?? 0
  return ((raw ^ ((raw >> 31) & 0x7fffffff)) + 2 ** 31) * PLACES_MAX + place
}

export const placeOfKey = (key: number): number => key - Math.floor(key / PLACES_MAX) * PLACES_MAX

/**
 * Sorts the first `length` keys upwards. Floats that are not negative stand in the order of their bits, and whole numbers
 * are sorted four times as quickly.
 */
export function sortKeys(keys: Float64Array, length: number): void {
  new BigInt64Array(keys.buffer, keys.byteOffset, length).sort()
}
