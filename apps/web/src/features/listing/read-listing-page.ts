import type { ListingAnswer, ListingQuery } from '@selvedge/core'
import { cache } from 'react'
import { getCaller } from '@/server/root-reader'
import { listingHref, readListing } from './listing-url'

// Keyed by the address: equal queries are not the same object, and a request asks for its title and its page.
const readAddress = cache(async (address: string): Promise<ListingAnswer> => {
  const api = await getCaller()
  return api.shop.listing(readListing(Object.fromEntries(new URLSearchParams(address))))
})

/** One page of a listing, read at most once in a request. */
export const readListingPage = (query: ListingQuery): Promise<ListingAnswer> =>
  readAddress(listingHref('', query).slice(1))
