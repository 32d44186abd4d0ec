import type { Metadata } from 'next'
import { ListingSkeleton } from '@/features/listing/listing-skeleton'
import { readListing, type SearchParameters } from '@/features/listing/listing-url'
import { ListingView } from '@/features/listing/listing-view'
import { piecesWords } from '@/features/listing/pieces-words'
import { readListingQuery } from '@/features/listing/read-listing-query'
import { SearchCombobox } from '@/features/search/search-combobox'
import { SearchStart } from '@/features/search/search-start'
import { Screen } from '@/layout/screen'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<SearchParameters> }

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> => {
  const { q } = readListing(await searchParams)
  return { title: q ? `Search for ${q}` : 'Search', robots: { index: false, follow: true } }
}

const SearchPage = (props: Props) => (
  <Screen outline={<ListingSkeleton />}>
    <SearchResults {...props} />
  </Screen>
)

const SearchResults = async ({ searchParams }: Props) => {
  const query = await readListingQuery(searchParams)
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
        <header className="flex flex-wrap items-end justify-between gap-x-12 gap-y-3">
          <h1 className="sr-only">Search for {query.q}</h1>
          <div className="w-full max-w-prose">
            <SearchCombobox key={query.q} query={query.q ?? ''} large />
          </div>
          <p className="figures pb-1 text-small text-soft">{piecesWords(answer.total)}</p>
        </header>
      )}
    />
  )
}

export default SearchPage
