type Shown = { readonly card: { readonly productId: number } }

/**
 * A fresh answer laid over what stands on the page without moving anything under the finger: what was in view stays
 * where it is as long as it is still worth showing, the rest follows in the fresh order. `seen` pieces come first, in
 * their old order; those in `away` (waved away, sold out in the size) leave.
 */
export function mergeFeed<T extends Shown>(
  shown: readonly T[],
  fresh: readonly T[],
  seen: ReadonlySet<number>,
  away: ReadonlySet<number>,
): readonly T[] {
  const byId = new Map(fresh.map((item) => [item.card.productId, item]))
  const kept = shown
    .filter(({ card }) => seen.has(card.productId) && !away.has(card.productId))
    .map((item) => byId.get(item.card.productId) ?? item)
  const standing = new Set(kept.map(({ card }) => card.productId))
  const rest = fresh.filter(({ card }) => !standing.has(card.productId) && !away.has(card.productId))
  return [...kept, ...rest].slice(0, Math.max(fresh.length, kept.length))
}
