import type { ListingAnswer, ListingQuery } from '@selvedge/core'
import { LISTING_PAGE_SIZE } from '@selvedge/core'
import type { ReactNode } from 'react'
import { Later } from '@/components/later'
import { LoadMore } from '@/components/load-more'
import { ProductGrid, ProductGridItem, UNSEEN_CARD } from '@/components/product-grid'
import { TextLink } from '@/components/text-link'
import { ListingWatch } from '../behaviour/listing-watch'
import { AppliedFilters } from './applied-filters'
import { Degraded } from './degraded'
import { DepartmentTabs } from './department-tabs'
import { FacetPanel } from './facet-panel'
import { FilterSheet } from './filter-sheet'
import { ListingEmpty } from './listing-empty'
import { ListingNavigation } from './listing-navigation'
import { ListingResults } from './listing-results'
import { listingHref } from './listing-url'
import { LiveCard } from './live-card'
import { readListingWindow } from './read-listing-window'
import { SortSelect } from './sort-select'

const EAGER_CARDS = 4

export type ListingViewProps = {
  path: '/shop' | '/search'
  query: ListingQuery
  /** Title and standfirst, above the results. */
  head: (answer: ListingAnswer) => ReactNode
}

/** A listing or a search: filters beside or in a sheet, results, and the way to more. All of it said by the address. */
export const ListingView = async ({ path, query, head }: ListingViewProps) => {
  const { answer, cards, firstPage, lastPage } = await readListingWindow(query)
  const shown = (firstPage - 1) * LISTING_PAGE_SIZE + cards.length
  const order = answer.orderId === undefined ? {} : { orderId: answer.orderId }
  const filters = { facets: answer.facets, ...(answer.price ? { price: answer.price } : {}) }
  return (
    <ListingNavigation path={path} query={query}>
      <ListingWatch query={query} total={answer.total} />
      <div className="page-width pt-8 md:pt-12">
        {head(answer)}
        <div className="mt-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-b border-rule pb-3">
          <DepartmentTabs path={path} query={query} />
          <div className="flex w-full items-center justify-between gap-3 sm:w-auto">
            <FilterSheet {...filters} total={answer.total} />
            <SortSelect />
          </div>
        </div>
        {answer.degraded.length > 0 ? (
          <div className="mt-4">
            <Degraded parts={answer.degraded} />
          </div>
        ) : null}
        <div className="gap-12 pt-1 sm:pt-6 lg:grid lg:grid-cols-[15.5rem_1fr]">
          <aside
            aria-label="Filters"
            className="bar-none hidden lg:sticky lg:top-24 lg:block lg:max-h-[calc(100dvh-7rem)] lg:self-start lg:overflow-y-auto"
          >
            <Later>
              <FacetPanel {...filters} />
            </Later>
          </aside>
          <ListingResults total={answer.total}>
            <AppliedFilters path={path} query={query} facets={answer.facets} />
            {cards.length === 0 ? (
              <ListingEmpty path={path} query={query} facets={answer.facets} />
            ) : (
              <div className="pt-5" data-placement={query.q ? 'search' : 'listing'}>
                {firstPage > 1 ? (
                  <TextLink href={listingHref(path, { ...query, page: firstPage - 1 })} className="mb-6 inline-block">
                    Earlier pieces
                  </TextLink>
                ) : null}
                <h2 className="sr-only">Results</h2>
                <ProductGrid>
                  {cards.map((card, place) => (
                    <ProductGridItem
                      key={card.productId}
                      className={place < EAGER_CARDS ? '' : `room-card ${UNSEEN_CARD}`}
                    >
                      <Later>
                        <LiveCard
                          card={card}
                          families={query.colour}
                          priority={place < EAGER_CARDS}
                          sizes={CARD_SIZES}
                        />
                      </Later>
                    </ProductGridItem>
                  ))}
                </ProductGrid>
                <LoadMore
                  shown={Math.min(shown, answer.total)}
                  total={answer.total}
                  href={
                    lastPage < answer.pages ? listingHref(path, { ...query, ...order, page: lastPage + 1 }) : undefined
                  }
                />
              </div>
            )}
          </ListingResults>
        </div>
      </div>
    </ListingNavigation>
  )
}

const CARD_SIZES = '(min-width: 80rem) 18vw, (min-width: 64rem) 24vw, (min-width: 48rem) 31vw, 46vw'
