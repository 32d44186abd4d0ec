import type { ListingQuery } from '@selvedge/core'
import { URL_FACETS, type UrlFacet } from './listing-url'

/** Any change of the choice starts again at the first page, and in an order made for it. */
const fromTheTop = ({ page: _page, orderId: _orderId, ...rest }: ListingQuery): ListingQuery => rest

/** The query with a facet value put in, or taken out when it was in. */
export const toggleFacet = (query: ListingQuery, facet: UrlFacet, value: string): ListingQuery => {
  const { [facet]: chosen = [], ...rest } = fromTheTop(query)
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value].sort()
  return next.length === 0 ? rest : { ...rest, [facet]: next }
}

export const withInStock = (query: ListingQuery, inStock: boolean): ListingQuery => {
  const { inStock: _, ...rest } = fromTheTop(query)
  return inStock ? { ...rest, inStock } : rest
}

export const withSort = (query: ListingQuery, sort: ListingQuery['sort']): ListingQuery => {
  const { sort: _, ...rest } = fromTheTop(query)
  return sort ? { ...rest, sort } : rest
}

export const withDepartment = (query: ListingQuery, department: ListingQuery['department']): ListingQuery => {
  const { department: _, ...rest } = fromTheTop(query)
  return department ? { ...rest, department } : rest
}

export const withPrice = (query: ListingQuery, min: number | undefined, max: number | undefined): ListingQuery => {
  const { priceMinMinor: _min, priceMaxMinor: _max, ...rest } = fromTheTop(query)
  return {
    ...rest,
    ...(min === undefined || min <= 0 ? {} : { priceMinMinor: min }),
    ...(max === undefined ? {} : { priceMaxMinor: max }),
  }
}

/** Without the filters, but still within the same search, department and collection, in the same order. */
export const withoutFilters = ({ q, department, collection, sort }: ListingQuery): ListingQuery => ({
  ...(q ? { q } : {}),
  ...(department ? { department } : {}),
  ...(collection ? { collection } : {}),
  ...(sort ? { sort } : {}),
})

/** How many filters are set; a price range counts once. */
export const filterCount = (query: ListingQuery): number =>
  URL_FACETS.reduce((sum, facet) => sum + (query[facet]?.length ?? 0), 0) +
  (query.priceMinMinor !== undefined || query.priceMaxMinor !== undefined ? 1 : 0) +
  (query.inStock ? 1 : 0)
