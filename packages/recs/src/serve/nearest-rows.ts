import { createBestOf } from './best-of'
import { type CoarseRows, createCoarseRows } from './coarse-rows'
import { innerProduct } from './inner-product'
import { looked } from './look-ahead'
import { placeOfKey, rankKey, sortKeys } from './rank-key'
import { createScan } from './scan'

/** Rows and their dot products, greatest first; overwritten by the next search. */
export type Nearest = { readonly length: number; readonly places: Int32Array; readonly scores: Float32Array }

/**
 * Finds the `limit` rows of a matrix with the greatest dot products with a vector; of equals the smaller place. A row of
 * zeros says nothing and is never found; nor is anything by a vector of zeros.
 *
 * With `among` the rows that it does not want are left out before they are looked at closely. All that it wants of the
 * `limit` greatest are found, and what else was near takes the place of what it does not want, as far as that goes.
 */
export type NearestRows = (vector: Float32Array, limit: number, among?: Among) => Nearest
/** What rows are wanted of: told which places it is asked for next, then asked for each. */
export type Among = { expect(places: Int32Array, length: number): void; wants(place: number): boolean }

/** Fewer rows are looked at one by one as quickly. */
const COARSE_FROM = 2_000

/**
 * Rows are looked at twice: all of them as bytes, a quarter of the memory, then the likely ones as they are. Bytes let in
 * at least half as many again as are wanted, so that only a row that they misjudge by more than that margin is missed:
 * none of the best 160 of 20,000 rows of 32 or 64 columns, and less than one in a hundred where no two rows differ by
 * more than a fifth anywhere (tested). Scores are exact.
 */
export function createNearestRows(matrix: Float32Array, dimensions: number): NearestRows {
  const told = toldRows(matrix, dimensions)
  const rows = new Float32Array(told.length * dimensions)
  for (const [row, place] of told.entries()) {
    rows.set(matrix.subarray(place * dimensions, (place + 1) * dimensions), row * dimensions)
  }
  const coarse = told.length < COARSE_FROM ? undefined : createCoarseRows(rows, dimensions)
  const find = coarse === undefined ? amongAll(rows, dimensions, told) : amongLikely(rows, dimensions, told, coarse)
  return (vector, limit, among) => {
    const wanted = vector.some((value) => value !== 0) ? Math.min(limit, told.length) : 0
    return wanted === 0 ? NOTHING : find(vector, wanted, among)
  }
}

const NOTHING: Nearest = { length: 0, places: new Int32Array(0), scores: new Float32Array(0) }

/** Places of rows that have a number other than zero. */
function toldRows(matrix: Float32Array, dimensions: number): Int32Array {
  const places: number[] = []
  for (let from = 0; dimensions > 0 && from + dimensions <= matrix.length; from += dimensions) {
    if (matrix.subarray(from, from + dimensions).some((value) => value !== 0)) places.push(from / dimensions)
  }
  return Int32Array.from(places)
}

function amongAll(rows: Float32Array, dimensions: number, told: Int32Array): NearestRows {
  const [scan, bestOf] = [createScan(rows, dimensions), createBestOf()]
  return (vector, limit, among) => {
    const found = scan(vector)
    const nearest = bestOf(found, limit)
    const places = nearest.map((row) => told[row] ?? 0)
    const scores = Float32Array.from(nearest, (row) => found[row] ?? 0)
    among?.expect(places, places.length)
    let length = 0
    for (let rank = 0; rank < places.length; rank++) {
      const place = places[rank] ?? 0
      if (among !== undefined && !among.wants(place)) continue
      places[length] = place
      scores[length++] = scores[rank] ?? 0
    }
    return { length, places, scores }
  }
}

function amongLikely(rows: Float32Array, dimensions: number, told: Int32Array, coarse: CoarseRows): NearestRows {
  const exact = new Float32Array(told.length)
  let [keys, places, scores] = [new Float64Array(0), new Int32Array(0), new Float32Array(0)]
  let wanted = new Int32Array(0)
  return (vector, limit, among) => {
    const likely = coarse(vector, limit)
    if (keys.length < likely.length)
      [keys, wanted] = [new Float64Array(2 * likely.length), new Int32Array(2 * likely.length)]
    if (places.length < limit) [places, scores] = [new Int32Array(limit), new Float32Array(limit)]
    const count = leaveOut(likely, told, among, wanted)
    let sum = 0
    for (let at = 0; at < count; at++) sum += rows[(wanted[at] ?? 0) * dimensions] ?? 0
    looked(sum)
    for (let at = 0; at < count; at++) {
      const row = wanted[at] ?? 0
      const score = innerProduct(rows, row * dimensions, vector, 0, dimensions)
      exact[row] = score
      keys[at] = rankKey(score, row)
    }
    sortKeys(keys, count)
    const length = Math.min(limit, count)
    for (let rank = 0; rank < length; rank++) {
      const row = placeOfKey(keys[rank] ?? 0)
      places[rank] = told[row] ?? 0
      scores[rank] = exact[row] ?? 0
    }
    return { length, places, scores }
  }
}

/** Writes the rows that are wanted, in order, and answers how many they are. */
function leaveOut(rows: Int32Array, told: Int32Array, among: Among | undefined, into: Int32Array): number {
  if (among === undefined) {
    into.set(rows)
    return rows.length
  }
  for (let at = 0; at < rows.length; at++) into[at] = told[rows[at] ?? 0] ?? 0
  among.expect(into, rows.length)
  let length = 0
  for (let at = 0; at < rows.length; at++) if (among.wants(into[at] ?? 0)) into[length++] = rows[at] ?? 0
  return length
}
