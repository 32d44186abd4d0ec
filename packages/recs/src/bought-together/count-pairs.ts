export type PairCounts = {
  readonly basketCount: number
  /** Product ids, ascending; everything else is by place in here. */
  readonly items: Int32Array
  /** Baskets that hold each product. */
  readonly counts: Int32Array
  /** For each product: the others it shared a basket with, and in how many. */
  readonly pairs: readonly ReadonlyMap<number, number>[]
}

// A basket past this is a reseller's or a test's: its pairs say nothing about taste and cost the square of its length.
const BASKET_MAX = 50

/** Counts products and pairs over baskets. */
export function countPairs(baskets: Iterable<readonly number[]>): PairCounts {
  const distinct: (readonly number[])[] = []
  const known = new Set<number>()
  for (const basket of baskets) {
    const products = [...new Set(basket)]
    if (products.length === 0 || products.length > BASKET_MAX) continue
    distinct.push(products)
    for (const product of products) known.add(product)
  }
  const items = Int32Array.from(known).sort()
  const places = new Map<number, number>()
  for (const [place, product] of items.entries()) places.set(product, place)
  const counts = new Int32Array(items.length)
  const pairs = Array.from(items, () => new Map<number, number>())
  for (const basket of distinct)
    countBasket(
      basket.map((product) => places.get(product) ?? 0),
      counts,
      pairs,
    )
  return { basketCount: distinct.length, items, counts, pairs }
}

function countBasket(places: readonly number[], counts: Int32Array, pairs: readonly Map<number, number>[]): void {
  for (const a of places) {
    counts[a] = (counts[a] ?? 0) + 1
    const ofItem = pairs[a]
    for (const b of places) if (ofItem && a !== b) ofItem.set(b, (ofItem.get(b) ?? 0) + 1)
  }
}
