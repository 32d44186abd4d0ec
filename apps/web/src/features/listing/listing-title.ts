import type { ListingAnswer, ListingQuery } from '@selvedge/core'

export const DEPARTMENT_WORDS = { women: 'Women', men: 'Men', unisex: 'For everyone' } as const

/** What a listing is called: by its search, its collection, its one category or its department, whichever says most. */
export const listingTitle = (
  query: ListingQuery,
  answer?: Pick<ListingAnswer, 'collection' | 'facets'> | undefined,
): string => {
  if (query.q) return `“${query.q}”`
  if (answer?.collection) return answer.collection.title
  const only =
    onlyLabel(answer, 'garment', query.garment) ??
    onlyLabel(answer, 'category', query.category) ??
    onlyLabel(answer, 'brand', query.brand)
  if (only) return only
  if (query.department) return DEPARTMENT_WORDS[query.department]
  return query.sort === 'newest' ? 'Just arrived' : 'Everything'
}

const onlyLabel = (
  answer: Pick<ListingAnswer, 'facets'> | undefined,
  facet: 'garment' | 'category' | 'brand',
  values: readonly string[] | undefined,
): string | undefined => {
  const [value, ...others] = values ?? []
  if (value === undefined || others.length > 0) return undefined
  return answer?.facets[facet].find((known) => known.value === value)?.label
}
