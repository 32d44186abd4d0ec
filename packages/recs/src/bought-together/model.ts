import type { TogetherNeighbour } from '@selvedge/core'

/**
 * The trained model: `items` are product ids, ascending. The neighbours of the item at place `i` stand at
 * `offsets[i] .. offsets[i + 1]`, best first; `neighbours` holds places in `items`, not ids.
 */
export type TogetherModel = {
  readonly basketCount: number
  readonly items: Int32Array
  /** Baskets with each item. */
  readonly counts: Int32Array
  readonly offsets: Int32Array
  readonly neighbours: Int32Array
  /** Baskets with both. */
  readonly support: Int32Array
  /** Shrunken lift. */
  readonly scores: Float32Array
}

/** A neighbour with the figures that explain it. */
export type ExplainedNeighbour = TogetherNeighbour & { readonly confidence: number; readonly lift: number }

/** The best neighbours of a product, best first; empty for a product that the model does not know. */
export function neighboursOf(model: TogetherModel, productId: number, limit: number): readonly ExplainedNeighbour[] {
  const place = placeOf(model.items, productId)
  if (place < 0) return []
  const from = model.offsets[place] ?? 0
  const to = Math.min(model.offsets[place + 1] ?? from, from + limit)
  const found: ExplainedNeighbour[] = []
  for (let at = from; at < to; at++) found.push(explained(model, place, at))
  return found
}

function explained({ items, counts, neighbours, support, scores, basketCount }: TogetherModel, a: number, at: number) {
  const b = neighbours[at] ?? 0
  const [both, ofA, ofB] = [support[at] ?? 0, counts[a] ?? 0, counts[b] ?? 0]
  return {
    productId: items[b] ?? 0,
    score: scores[at] ?? 0,
    support: both,
    confidence: both / ofA,
    lift: (both * basketCount) / (ofA * ofB),
  }
}

/** Binary search; -1 when absent. */
function placeOf(items: Int32Array, productId: number): number {
  let [low, high] = [0, items.length - 1]
  while (low <= high) {
    const middle = (low + high) >>> 1
    const item = items[middle] ?? 0
    if (item === productId) return middle
    if (item < productId) low = middle + 1
    else high = middle - 1
  }
  return -1
}
