import type { ListingQuery } from '@selvedge/core'

export type SearchParameters = Readonly<Record<string, string | string[] | undefined>>

/** Facets in the order they stand in the address; the order never changes, so equal choices have equal addresses. */
export const URL_FACETS = ['category', 'garment', 'brand', 'colour', 'size', 'material'] as const
export type UrlFacet = (typeof URL_FACETS)[number]

export const URL_SORTS = ['relevance', 'for-you', 'newest', 'price-asc', 'price-desc', 'popular'] as const
export type UrlSort = (typeof URL_SORTS)[number]

const DEPARTMENTS = ['women', 'men', 'unisex'] as const
const VALUES_MAX = 30
const PAGES_MAX = 200
const MINOR_PER_UNIT = 100

/**
 * Reads an address as a listing query. What cannot be meant (an unknown sort, a negative price) is left out
 * rather than refused: an old or mistyped link still shows a listing.
 */
export const readListing = (parameters: SearchParameters): ListingQuery => {
  const query: ListingQuery = {}
  const q = first(parameters.q)?.trim().slice(0, 120)
  if (q) query.q = q
  const department = DEPARTMENTS.find((known) => known === first(parameters.department))
  if (department) query.department = department
  const collection = first(parameters.collection)?.slice(0, 64)
  if (collection) query.collection = collection
  for (const facet of URL_FACETS) {
    const values = list(parameters[facet])
    if (values.length > 0) query[facet] = values
  }
  const [min, max] = [price(parameters.min), price(parameters.max)]
  if (min !== undefined && min > 0) query.priceMinMinor = min
  if (max !== undefined && (min === undefined || max >= min)) query.priceMaxMinor = max
  if (first(parameters['in-stock']) === '1') query.inStock = true
  const sort = URL_SORTS.find((known) => known === first(parameters.sort))
  if (sort) query.sort = sort
  const orderId = first(parameters.order)
  if (sort === 'for-you' && orderId && UUID.test(orderId)) query.orderId = orderId
  const page = Number(first(parameters.page))
  if (Number.isInteger(page) && page > 1 && page <= PAGES_MAX) query.page = page
  return query
}

/** Writes a listing query as an address: slugs, sorted, nothing that says what would be so anyway. */
export const listingHref = (path: string, query: ListingQuery): string => {
  const parts: string[] = []
  const add = (name: string, value: string | undefined) => value && parts.push(`${name}=${value}`)
  add('q', query.q && encodeURIComponent(query.q))
  add('department', query.department)
  add('collection', query.collection && encodeURIComponent(query.collection))
  for (const facet of URL_FACETS) add(facet, [...(query[facet] ?? [])].sort().map(encodeURIComponent).join(','))
  add('min', query.priceMinMinor === undefined ? undefined : String(Math.floor(query.priceMinMinor / MINOR_PER_UNIT)))
  add('max', query.priceMaxMinor === undefined ? undefined : String(Math.floor(query.priceMaxMinor / MINOR_PER_UNIT)))
  add('in-stock', query.inStock ? '1' : undefined)
  add('sort', query.sort)
  add('order', query.sort === 'for-you' ? query.orderId : undefined)
  add('page', query.page && query.page > 1 ? String(query.page) : undefined)
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const NUL = '\u0000'

/** The one value that counts; a text with a NUL is nothing a person can have meant. */
const first = (value: string | string[] | undefined): string | undefined => {
  const text = Array.isArray(value) ? value[0] : value
  return text?.includes(NUL) ? undefined : text
}

/** `a,b` and repeated parameters mean the same: links write the first, a form without script the second. */
const list = (value: string | string[] | undefined): string[] => {
  const texts = (Array.isArray(value) ? value : [value ?? '']).flatMap((text) => text.split(','))
  const slugs = texts
    .map((text) => text.trim())
    .filter((text) => text.length > 0 && text.length <= 64 && !text.includes(NUL))
  return [...new Set(slugs)].sort().slice(0, VALUES_MAX)
}

const price = (value: string | string[] | undefined): number | undefined => {
  const text = first(value)?.trim()
  return text && /^\d{1,7}$/.test(text) ? Number(text) * MINOR_PER_UNIT : undefined
}
