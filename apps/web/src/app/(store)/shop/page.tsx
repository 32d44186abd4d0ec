import type { Metadata } from 'next'
import { filterCount } from '@/features/listing/change-listing'
import { ListingHead } from '@/features/listing/listing-head'
import { ListingSkeleton } from '@/features/listing/listing-skeleton'
import { listingTitle } from '@/features/listing/listing-title'
import { listingHref, type SearchParameters } from '@/features/listing/listing-url'
import { ListingView } from '@/features/listing/listing-view'
import { readListingPage } from '@/features/listing/read-listing-page'
import { readListingQuery } from '@/features/listing/read-listing-query'
import { Screen } from '@/layout/screen'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<SearchParameters> }

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> => {
  const query = await readListingQuery(searchParams)
  const answer = await readListingPage(query)
  const { page: _page, sort: _sort, orderId: _orderId, ...choice } = query
  return {
    title: listingTitle(query, answer),
    description: answer.collection?.standfirst ?? `${answer.total} pieces from small houses, with stock that is true.`,
    // One address a listing for search engines; deep combinations of filters are not worth an entry of their own.
    alternates: { canonical: listingHref('/shop', choice) },
    robots: { index: filterCount(query) <= 1, follow: true },
  }
}

const ShopPage = (props: Props) => (
  <Screen outline={<ListingSkeleton />}>
    <ShopListing {...props} />
  </Screen>
)

const ShopListing = async ({ searchParams }: Props) => {
  const query = await readListingQuery(searchParams)
  return (
    <ListingView
      path="/shop"
      query={query}
      head={(answer) => (
        <ListingHead
          title={listingTitle(query, answer)}
          total={answer.total}
          {...(answer.collection ? { standfirst: answer.collection.standfirst } : {})}
        />
      )}
    />
  )
}

export default ShopPage
