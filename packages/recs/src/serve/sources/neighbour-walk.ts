import type { CandidatePool } from '../candidate-pool'
import type { PlacedNeighbours } from '../served-models'

/** A product to start from and how much it counts. */
export type Start = { readonly place: number; readonly weight: number }

const WALK_MAX = 400

/**
 * Sums the neighbours' scores over several starting products, each by its weight, and offers the best. The evidence of
 * a candidate is the start that gave it most.
 */
export function walkNeighbours(
  model: PlacedNeighbours,
  starts: readonly Start[],
  pool: CandidatePool,
  quota: number,
): void {
  const [only] = starts
  if (starts.length === 1 && only !== undefined) {
    offerRow(model, only, pool, quota)
    return
  }
  const found = new Map<number, Found>()
  for (const { place, weight } of starts) {
    const to = model.from[place + 1] ?? 0
    for (let at = model.from[place] ?? 0; at < to && found.size < WALK_MAX; at++) {
      add(found, model.places[at] ?? 0, weight * (model.scores[at] ?? 0), place)
    }
  }
  const best = [...found].sort(([a, x], [b, y]) => y.score - x.score || a - b)
  let taken = 0
  for (const [place, { score, led }] of best) {
    if (taken === quota) break
    if (pool.offer(place, score, led)) taken++
  }
}

type Found = { score: number; most: number; led: number }

function add(found: Map<number, Found>, place: number, gain: number, led: number): void {
  const known = found.get(place)
  if (known === undefined) {
    found.set(place, { score: gain, most: gain, led })
    return
  }
  known.score += gain
  if (gain <= known.most) return
  known.most = gain
  known.led = led
}

/** One row is in order already. */
function offerRow(model: PlacedNeighbours, { place, weight }: Start, pool: CandidatePool, quota: number): void {
  const to = model.from[place + 1] ?? 0
  let taken = 0
  for (let at = model.from[place] ?? 0; at < to && taken < quota; at++) {
    if (pool.offer(model.places[at] ?? 0, weight * (model.scores[at] ?? 0), place)) taken++
  }
}
