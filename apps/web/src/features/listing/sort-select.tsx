'use client'

import { Select } from '@/components/select'
import { withSort } from './change-listing'
import { useListingNavigation } from './listing-navigation'
import { URL_SORTS } from './listing-url'
import { rememberOwnOrder } from './order-choice'

const FEATURED = 'featured'

/** The order of the results. Relevance means something only for a search. */
export const SortSelect = () => {
  const { query, go } = useListingNavigation()
  const options = [
    { value: FEATURED, label: query.q ? 'Best match' : 'Our choice' },
    { value: 'for-you', label: 'For you' },
    { value: 'newest', label: 'Newest first' },
    { value: 'popular', label: 'Most bought' },
    { value: 'price-asc', label: 'Price, low to high' },
    { value: 'price-desc', label: 'Price, high to low' },
  ]
  return (
    <Select
      aria-label="Sort by"
      options={options}
      value={query.sort === undefined || query.sort === 'relevance' ? FEATURED : query.sort}
      onChange={({ target }) => {
        rememberOwnOrder(target.value === 'for-you')
        go(
          withSort(
            query,
            URL_SORTS.find((sort) => sort === target.value),
          ),
        )
      }}
      className="w-48"
    />
  )
}
