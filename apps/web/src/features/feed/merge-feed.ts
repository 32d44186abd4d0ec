type Shown = { readonly card: { readonly productId: number } }
type Ids = ReadonlySet<number>

export type FeedOnPage<T extends Shown> = {
  /** What stands on the page, in its order. */
  readonly shown: readonly T[]
  readonly fresh: readonly T[]
  /** Pieces that came into view at any time. */
  readonly seen: Ids
  /** Pieces in view now. */
  readonly inView: Ids
  /** Waved away or sold out in the shopper's size: not to be shown again. */
  readonly away: Ids
}

/**
 * A fresh answer laid over what stands on the page without moving anything under the finger. As far down as the page was
 * seen every piece keeps its place; one that is away gives its place to the best fresh piece, but not before it is out of
 * view. Below that the fresh order holds.
 */
export function mergeFeed<T extends Shown>({ shown, fresh, seen, inView, away }: FeedOnPage<T>): readonly T[] {
  const top = shown.slice(0, shown.findLastIndex(({ card }) => seen.has(card.productId)) + 1)
  const isLeaving = ({ card }: Shown): boolean => away.has(card.productId) && !inView.has(card.productId)
  const standing = new Set(top.filter((item) => !isLeaving(item)).map(({ card }) => card.productId))
  const byId = new Map(fresh.map((item) => [item.card.productId, item]))
  const next = fresh.filter(({ card }) => !standing.has(card.productId) && !away.has(card.productId))
  const laid = top.flatMap((item) => (isLeaving(item) ? next.splice(0, 1) : [byId.get(item.card.productId) ?? item]))
  return [...laid, ...next].slice(0, Math.max(fresh.length, laid.length))
}
