import { FACETS, type ListingQuery } from './listing'

/**
 * The one spelling of a listing: lists sorted and without repeats, defaults and empty lists left out, the text in
 * lower case with single spaces. Two queries that mean the same have the same canonical form, in the same key order.
 * What is found, and its order before anybody's taste, is the same for everybody: `for-you` is no order of the finder's.
 */
export function canonicalQuery(query: ListingQuery): ListingQuery {
  const q = query.q?.toLowerCase().replace(/\s+/g, ' ').trim()
  const lists: Partial<Pick<ListingQuery, (typeof FACETS)[number]>> = {}
  for (const facet of FACETS) {
    const values = query[facet]
    if (values?.length) lists[facet] = [...new Set(values)].sort()
  }
  const { department, collection, priceMinMinor, priceMaxMinor, inStock, sort, page } = query
  return {
    ...(q ? { q } : {}),
    ...(department ? { department } : {}),
    ...(collection ? { collection } : {}),
    ...lists,
    ...(priceMinMinor ? { priceMinMinor } : {}),
    ...(priceMaxMinor === undefined ? {} : { priceMaxMinor }),
    ...(inStock ? { inStock } : {}),
    ...(sort && sort !== 'relevance' && sort !== 'for-you' ? { sort } : {}),
    ...(page && page > 1 ? { page } : {}),
  }
}

/** Departments that a department's listing shows: what is cut for everyone hangs in both rooms. */
export const departmentsShown = (department: NonNullable<ListingQuery['department']>): readonly string[] =>
  department === 'unisex' ? ['unisex'] : [department, 'unisex']
