import { FACETS, type Facet, type ListingQuery } from '@selvedge/core'
import type { MultiSearchQuery } from 'meilisearch'
import { filterOf, optionField } from './build-filter'

/** Where a facet's counts come from: a field of one of the searches, and how its values are read. */
export type FacetSource = {
  readonly facet: Facet
  readonly query: ListingQuery
  readonly field: string
  /** Reads the facet's value out of a counted one; undefined leaves it out. */
  readonly valueIn: (counted: string) => string | undefined
  /** Several values of the other option are chosen: a product with two of them must count once, so each value is asked for. */
  readonly isUpperBound: boolean
}

/** The listing without one of its facets: what the counts of that facet are taken over. */
export function withoutFacet(query: ListingQuery, facet: Facet): ListingQuery {
  const { [facet]: _, ...rest } = query
  return rest
}

const PLAIN: Readonly<Record<Exclude<Facet, 'colour' | 'size'>, string>> = {
  category: 'category',
  garment: 'garment',
  brand: 'brand_facet',
  material: 'material',
}

/** How each facet of a listing is counted. */
export const facetSources = (query: ListingQuery): readonly FacetSource[] =>
  FACETS.map((facet) => {
    const others = withoutFacet(query, facet)
    const source = { facet, query: others, valueIn: (counted: string) => counted, isUpperBound: false }
    if (facet === 'brand') return { ...source, field: PLAIN.brand, valueIn: (counted) => counted.split('|')[0] }
    if (facet !== 'colour' && facet !== 'size') return { ...source, field: PLAIN[facet] }
    return { ...source, ...optionSource(facet, others) }
  })

/** With one value of the other option chosen, the pairs with it are the counts. */
function optionSource(
  facet: 'colour' | 'size',
  query: ListingQuery,
): Pick<FacetSource, 'field' | 'valueIn' | 'isUpperBound'> {
  const others = (facet === 'colour' ? query.size : query.colour) ?? []
  const [one, ...more] = others
  if (one === undefined || more.length > 0) {
    const field = optionField(facet === 'colour' ? 'colours' : 'sizes', query.inStock)
    return { field, valueIn: (counted) => counted, isUpperBound: more.length > 0 }
  }
  const valueIn = (counted: string): string | undefined => {
    const [family, size] = counted.split('/')
    if (facet === 'colour') return size === one ? family : undefined
    return family === one ? size : undefined
  }
  return { field: optionField('colour_sizes', query.inStock), valueIn, isUpperBound: false }
}

/** A search that only counts. Exhaustive paging makes its totals exact. */
export const countingSearch = (
  indexUid: string,
  query: ListingQuery,
  matching: 'all' | 'last',
  facets: readonly string[] = [],
): MultiSearchQuery => ({
  indexUid,
  q: query.q ?? '',
  filter: filterOf(query),
  matchingStrategy: matching,
  facets: [...facets],
  page: 1,
  hitsPerPage: 0,
  attributesToRetrieve: [],
})
