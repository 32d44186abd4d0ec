import type { Metadata } from 'next'
import { ListingHead } from '@/features/listing/listing-head'
import { listingTitle } from '@/features/listing/listing-title'
import { readListing, type SearchParameters } from '@/features/listing/listing-url'
import { ListingView } from '@/features/listing/listing-view'
import { SearchCombobox } from '@/features/search/search-combobox'
import { SearchStart } from '@/features/search/search-start'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<SearchParameters> }

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> => {
  const { q } = readListing(await searchParams)
  return { title: q ? `Search for ${q}` : 'Search', robots: { index: false, follow: true } }
}

const SearchPage = async ({ searchParams }: Props) => {
  const query = readListing(await searchParams)
  if (!query.q)
    return (
      <>
        <div className="page-width pt-8 md:pt-14">
          <h1 className="sr-only">Search</h1>
          <div className="max-w-prose">
            <SearchCombobox large />
          </div>
        </div>
        <SearchStart />
      </>
    )
  return (
    <ListingView
      path="/search"
      query={query}
      head={(answer) => (
        <ListingHead title={listingTitle(query)} total={answer.total}>
          <div className="mt-6 max-w-prose">
            <SearchCombobox key={query.q} query={query.q ?? ''} large />
          </div>
        </ListingHead>
      )}
    />
  )
}

export default SearchPage
