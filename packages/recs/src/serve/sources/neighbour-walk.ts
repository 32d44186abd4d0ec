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

/** A walk with room of its own, over tables of this size; one walk after another shares it. */
export function createWalk(size: number): Walk {
  const stampOf = new Uint32Array(size)
  const sums = new Float32Array(size)
  const most = new Float32Array(size)
  const ledBy = new Int32Array(size)
  const found = new Int32Array(WALK_MAX)
  const keys = new Float64Array(WALK_MAX)
  let stamp = 0
  return (model, starts, pool, quota) => {
    const [only] = starts
    if (starts.length === 1 && only !== undefined) return offerRow(model, only, pool, quota)
    stamp = (stamp + 1) >>> 0
    if (stamp === 0) {
      stampOf.fill(0)
      stamp = 1
    }
    let length = 0
    for (const { place: start, weight } of starts) {
      const to = model.from[start + 1] ?? 0
      for (let at = model.from[start] ?? 0; at < to && length < WALK_MAX; at++) {
        const place = model.places[at] ?? 0
        const gain = weight * (model.scores[at] ?? 0)
        if (stampOf[place] !== stamp) {
          stampOf[place] = stamp
          sums[place] = gain
          most[place] = gain
          ledBy[place] = start
          found[length++] = place
          continue
        }
        sums[place] = (sums[place] ?? 0) + gain
        if (gain <= (most[place] ?? 0)) continue
        most[place] = gain
        ledBy[place] = start
      }
    }
    for (let at = 0; at < length; at++) keys[at] = rankKey(sums[found[at] ?? 0] ?? 0, found[at] ?? 0)
    sortKeys(keys, length)
    for (let at = 0, taken = 0; at < length && taken < quota; at++) {
      const place = placeOfKey(keys[at] ?? 0)
      if (pool.offer(place, sums[place] ?? 0, ledBy[place] ?? -1)) taken++
    }
  }
}

/** One row is in order already. */
function offerRow(model: PlacedNeighbours, { place, weight }: Start, pool: CandidatePool, quota: number): void {
  const to = model.from[place + 1] ?? 0
  let taken = 0
  for (let at = model.from[place] ?? 0; at < to && taken < quota; at++) {
    if (pool.offer(model.places[at] ?? 0, weight * (model.scores[at] ?? 0), place)) taken++
  }
}
