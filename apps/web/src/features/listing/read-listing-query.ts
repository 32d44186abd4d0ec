import type { ListingQuery } from '@selvedge/core'
import { cookies } from 'next/headers'
import { readListing, type SearchParameters } from './listing-url'
import { OWN_ORDER_COOKIE } from './order-choice'

/** The listing that an address means for whoever asks: without a word on the order it is the one they chose last. */
export const readListingQuery = async (searchParams: Promise<SearchParameters>): Promise<ListingQuery> => {
  const query = readListing(await searchParams)
  if (query.sort !== undefined) return query
  const isOwn = (await cookies()).get(OWN_ORDER_COOKIE)?.value === '1'
  return isOwn ? { ...query, sort: 'for-you' } : query
}
