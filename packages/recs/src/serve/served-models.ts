import type { NearestRows } from './nearest-rows'
import type { PlacedFit } from './placed-fit'
import type { Ranker } from './ranker'

import type { Shelves } from './shelves'

/** What was trained, laid over one table's places. Everything but the ranker may be absent: a shop can be new. */
export type ServedModels = {
  readonly together?: PlacedNeighbours
  readonly neighbours?: PlacedNeighbours
  readonly factors?: PlacedFactors
  readonly sessions?: SessionModel
  readonly fit?: PlacedFit
  readonly ranker: Ranker
  /** Orders that need no shopper: popular, new, editorial. */
  readonly shelves: Shelves
  /** Name to version of what is in use, for the log of answers. */
  readonly versions: Readonly<Record<string, string>>
}

/** Neighbours of the product at place `i`: `[from[i], from[i + 1])`, best first. */
export type PlacedNeighbours = {
  readonly from: Int32Array
  readonly places: Int32Array
  readonly scores: Float32Array
}

/** Item vectors of a matrix factorisation, scored row by place, and the way from a history to a shopper's vector. */
export type PlacedFactors = {
  readonly nearest: NearestRows
  /** Folds products of interest in; undefined when none of them is known to the model. */
  userVector(recent: readonly { readonly place: number; readonly weight: number }[]): Float32Array | undefined
}

/**
 * What sessions like this one went on to: places with scores, best first, and the place of this session that the strongest
 * vote came by; -1 for what the table does not know.
 */
export type SessionModel = {
  next(places: readonly number[], limit: number): SessionNext
}
export type SessionNext = {
  readonly places: Int32Array
  readonly scores: Float32Array
  readonly because: Int32Array
}

/** Neighbours by product id, laid over a table; what the table does not know is left out. */
export function placeNeighbours(
  table: { readonly size: number; readonly ids: Int32Array; readonly placeOf: (id: number) => number },
  neighboursOf: (productId: number) => Iterable<{ readonly productId: number; readonly score: number }>,
): PlacedNeighbours {
  const from = new Int32Array(table.size + 1)
  const [places, scores]: [number[], number[]] = [[], []]
  for (let place = 0; place < table.size; place++) {
    for (const { productId, score } of neighboursOf(table.ids[place] ?? 0)) {
      const neighbour = table.placeOf(productId)
      // A file from elsewhere may name a piece as its own neighbour: it would be its own reason.
      if (neighbour < 0 || neighbour === place || !Number.isFinite(score)) continue
      places.push(neighbour)
      scores.push(score)
    }
    from[place + 1] = places.length
  }
  return { from, places: Int32Array.from(places), scores: Float32Array.from(scores) }
}
