/** What a source of candidates may know of a shopper, by item ids. All of it is data: nothing is read. */
export type ShopperTrail = {
  /** Items of the live session, oldest first; the last one is on the screen now. */
  readonly session: readonly number[]
  /** Items of earlier days, each with a weight that has already decayed. */
  readonly past: readonly WeightedItem[]
}

export type WeightedItem = { readonly itemId: number; readonly weight: number }

/**
 * Candidates, best first. Scores compare within a source only. `because` names the item of the trail that contributed
 * most to each candidate, -1 where no item did.
 */
export type Candidates = {
  readonly itemIds: Int32Array
  readonly scores: Float32Array
  readonly because: Int32Array
}

/** A source of candidates: one file each, measured alone. A shopper it knows nothing for gets an empty answer. */
export type CandidateSource = {
  readonly name: string
  retrieve(trail: ShopperTrail, limit: number): Candidates
}

export const NO_CANDIDATES: Candidates = {
  itemIds: new Int32Array(0),
  scores: new Float32Array(0),
  because: new Int32Array(0),
}

/** The trail as one list of weighted items: the past as it is, the session's items at `sessionWeight`, halving backwards. */
export function weightedTrail({ session, past }: ShopperTrail, sessionWeight = 1): readonly WeightedItem[] {
  const weights = new Map<number, number>()
  for (const { itemId, weight } of past) weights.set(itemId, (weights.get(itemId) ?? 0) + weight)
  let weight = sessionWeight
  for (const itemId of [...session].reverse()) {
    weights.set(itemId, (weights.get(itemId) ?? 0) + weight)
    weight /= 2
  }
  return Array.from(weights, ([itemId, sum]) => ({ itemId, weight: sum }))
}
