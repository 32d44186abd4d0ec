import { FACETS, type FoundListing, type ListingQuery } from '@selvedge/core'

/** Random but repeatable listings over the values that the shop has; every second one asks for what is in stock. */
export function randomListings(all: FoundListing, count: number): readonly ListingQuery[] {
  const random = mulberry(20261123)
  const pick = <T>(list: readonly T[]): T[] => {
    const one = list[Math.floor(random() * list.length)]
    return one === undefined ? [] : [one]
  }
  return Array.from({ length: count }, (_, nth) => {
    const query: ListingQuery = nth % 2 === 0 ? { inStock: true } : {}
    for (const facet of FACETS) {
      if (random() > 0.34) continue
      const values = all.facets[facet].map((one) => one.value)
      const more = random() < 0.5 ? [...pick(values), ...pick(values)] : []
      query[facet] = [...new Set([...pick(values), ...more])]
    }
    if (random() < 0.3) query.department = pick(['women', 'men', 'unisex'] as const)[0] ?? 'women'
    if (random() < 0.3) query.priceMinMinor = Math.floor(random() * 12_000)
    if (random() < 0.3) query.priceMaxMinor = 6_000 + Math.floor(random() * 40_000)
    return query
  })
}

/** A small generator of numbers in [0, 1), the same for the same seed (mulberry32). */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
