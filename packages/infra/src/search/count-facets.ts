import type { Facet, FacetCounts, FoundListing, ListingQuery } from '@selvedge/core'
import type { Meilisearch, MultiSearchQuery, MultiSearchResult } from 'meilisearch'
import type { Hit } from './card-of-hit'
import { countingSearch, type FacetSource, facetSources } from './facet-plan'

type Counting = {
  readonly client: Meilisearch
  readonly indexUid: string
  readonly query: ListingQuery
  readonly matching: 'all' | 'last'
  /** The search for the page itself; the counts that share its filter are taken with it. */
  readonly hits: MultiSearchQuery
}

export type Counted = {
  readonly hits: readonly Hit[]
  readonly total: number
  readonly counted: Readonly<Record<Facet, FacetCounts>>
  readonly price: FoundListing['price']
}

const PRICE = 'price_minor'

/**
 * Runs the page's search and those of its counts as one multi-search: facets that are not chosen share the page's
 * filter, every chosen one is counted over the listing without it. The rare facet whose field counts too much is asked
 * again value by value.
 */
export async function countFacets(counting: Counting): Promise<Counted> {
  const { client, query } = counting
  const plan = planSearches(counting)
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, Hit>({ queries: plan.searches })
  const resultAt = (place: number): MultiSearchResult<Hit> => {
    const result = results[place]
    if (!result) throw new RangeError(`the multi-search answered ${results.length} of ${plan.searches.length} searches`)
    return result
  }
  const entries = await Promise.all(
    plan.sources.map(async ({ source, place }): Promise<[Facet, FacetCounts]> => {
      const distribution = resultAt(place).facetDistribution?.[source.field] ?? {}
      const counts = source.isUpperBound
        ? await countEach(counting, source, Object.keys(distribution))
        : readCounts(source, distribution)
      const selected = query[source.facet] ?? []
      return [
        source.facet,
        source.facet === 'brand' ? { counts, selected, nameOf: brandNames(distribution) } : { counts, selected },
      ]
    }),
  )
  const range = resultAt(plan.pricePlace).facetStats?.[PRICE]
  return {
    hits: resultAt(0).hits,
    total: resultAt(0).totalHits ?? 0,
    counted: Object.fromEntries(entries) as Record<Facet, FacetCounts>, // one entry for each of FACETS
    price: range && { minMinor: range.min, maxMinor: range.max },
  }
}

function planSearches({ indexUid, query, matching, hits }: Counting) {
  const searches: MultiSearchQuery[] = []
  const shared: string[] = []
  const isPriced = query.priceMinMinor !== undefined || query.priceMaxMinor !== undefined
  const ask = (without: ListingQuery, field: string): number =>
    searches.push(countingSearch(indexUid, without, matching, [field]))
  const sources = facetSources(query).map((source) => {
    if (query[source.facet]?.length) return { source, place: ask(source.query, source.field) }
    shared.push(source.field)
    return { source, place: 0 }
  })
  const { priceMinMinor: _min, priceMaxMinor: _max, ...anyPrice } = query
  if (!isPriced) shared.push(PRICE)
  const pricePlace = isPriced ? ask(anyPrice, PRICE) : 0
  // The page's own search stands first, so the counting ones begin at place 1: `push` answers just that.
  return { searches: [{ ...hits, facets: [...new Set(shared)] }, ...searches], sources, pricePlace }
}

function readCounts(source: FacetSource, distribution: Readonly<Record<string, number>>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [counted, count] of Object.entries(distribution)) {
    const value = source.valueIn(counted)
    if (value !== undefined) counts.set(value, count)
  }
  return counts
}

async function countEach(
  { client, indexUid, matching }: Counting,
  { facet, query }: FacetSource,
  values: readonly string[],
): Promise<Map<string, number>> {
  if (values.length === 0) return new Map()
  const queries = values.map((value) => countingSearch(indexUid, { ...query, [facet]: [value] }, matching))
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, Hit>({ queries })
  return new Map(values.map((value, nth) => [value, results[nth]?.totalHits ?? 0]))
}

function brandNames(distribution: Readonly<Record<string, number>>): (slug: string) => string | undefined {
  const names = new Map(
    Object.keys(distribution).map((counted): [string, string] => {
      const bar = counted.indexOf('|')
      return [counted.slice(0, bar), counted.slice(bar + 1)]
    }),
  )
  return (slug) => names.get(slug)
}
