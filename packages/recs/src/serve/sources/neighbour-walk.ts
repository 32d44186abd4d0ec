import type { CandidatePool } from '../candidate-pool'
import { placeOfKey, rankKey, sortKeys } from '../rank-key'
import type { PlacedNeighbours } from '../served-models'

/** A product to start from and how much it counts. */
export type Start = { readonly place: number; readonly weight: number }

/**
 * Sums the neighbours' scores over several starting products, each by its weight, and offers the best. The evidence of
 * a candidate is the start that gave it most.
 */
export type Walk = (model: PlacedNeighbours, starts: readonly Start[], pool: CandidatePool, quota: number) => void

const WALK_MAX = 400
const [BY, SUM, MOST, LED_BY, MET] = [0, 1, 2, 3, 4]

/** A walk with room of its own, over tables of this size; one walk after another shares it. */
export function createWalk(size: number): Walk {
  // By place, side by side: the number of the walk that met it, the sum, the most that one start gave, and which gave it.
  const sums = new Float32Array(size * MET)
  const marks = new Int32Array(sums.buffer)
  const found = new Int32Array(WALK_MAX)
  const keys = new Float64Array(WALK_MAX)
  let stamp = 0
  return (model, starts, pool, quota) => {
    const [only] = starts
    if (starts.length === 1 && only !== undefined) return offerRow(model, only, pool, quota)
    stamp = (stamp + 1) | 0
    if (stamp <= 0) {
      marks.fill(0)
      stamp = 1
    }
    let length = 0
    for (const { place: start, weight } of starts) {
      const to = model.from[start + 1] ?? 0
      for (let at = model.from[start] ?? 0; at < to && length < WALK_MAX; at++) {
        const place = model.places[at] ?? 0
        const gain = weight * (model.scores[at] ?? 0)
        const met = place * MET
        if (marks[met + BY] !== stamp) {
          marks[met + BY] = stamp
          sums[met + SUM] = gain
          sums[met + MOST] = gain
          marks[met + LED_BY] = start
          found[length++] = place
          continue
        }
        sums[met + SUM] = (sums[met + SUM] ?? 0) + gain
        if (gain <= (sums[met + MOST] ?? 0)) continue
        sums[met + MOST] = gain
        marks[met + LED_BY] = start
      }
    }
    for (let at = 0; at < length; at++) keys[at] = rankKey(sums[(found[at] ?? 0) * MET + SUM] ?? 0, found[at] ?? 0)
    sortKeys(keys, length)
    for (let at = 0; at < length; at++) found[at] = placeOfKey(keys[at] ?? 0)
    pool.expect(found, Math.min(length, quota * 2))
    for (let at = 0, taken = 0; at < length && taken < quota; at++) {
      const place = found[at] ?? 0
      if (pool.offer(place, sums[place * MET + SUM] ?? 0, marks[place * MET + LED_BY] ?? -1)) taken++
    }
  }
}

/** One row is in order already. */
function offerRow(model: PlacedNeighbours, { place, weight }: Start, pool: CandidatePool, quota: number): void {
  const to = model.from[place + 1] ?? 0
  const from = model.from[place] ?? 0
  pool.expect(model.places.subarray(from, to), Math.min(to - from, quota * 2))
  let taken = 0
  for (let at = from; at < to && taken < quota; at++) {
    if (pool.offer(model.places[at] ?? 0, weight * (model.scores[at] ?? 0), place)) taken++
  }
}
