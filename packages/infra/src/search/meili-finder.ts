import {
  canonicalQuery,
  type FoundListing,
  facetValues,
  LISTING_PAGE_SIZE,
  type ListingQuery,
  type ProductFinder,
} from '@selvedge/core'
import type { Meilisearch, MultiSearchQuery } from 'meilisearch'
import { filterOf } from './build-filter'
import { CARD_FIELDS, cardOfHit, type Hit } from './card-of-hit'
import { countFacets } from './count-facets'
import { createSharedCards } from './shared-cards'

export type MeiliFinderDeps = {
  readonly client: Meilisearch
  readonly indexUid: string
  /** Epoch milliseconds: decides what is new in. */
  readonly nowMs?: () => number
}

const SORT: Readonly<Record<NonNullable<ListingQuery['sort']>, readonly string[]>> = {
  relevance: [],
  // The shopper's own order is laid over what is found.
  'for-you': [],
  newest: ['published_at:desc'],
  'price-asc': ['price_minor:asc', 'popularity:desc'],
  'price-desc': ['price_minor:desc', 'popularity:desc'],
  popular: ['popularity:desc'],
}
// The furthest page that a listing may ask for.
const PAGES_MAX = 200

/** Finds products in the index. Hits and disjunctive counts come from one multi-search; faults are thrown. */
export function createMeiliFinder({ client, indexUid, nowMs = Date.now }: MeiliFinderDeps): ProductFinder {
  const share = createSharedCards()
  const find = async (query: ListingQuery, matching: 'all' | 'last'): Promise<FoundListing> => {
    const { hits, total, counted, price } = await countFacets({
      client,
      indexUid,
      query,
      matching,
      hits: hitSearch(indexUid, query, matching),
    })
    const now = nowMs()
    return {
      cards: hits.map((hit) => share(cardOfHit(hit, now))),
      total,
      page: query.page ?? 1,
      pages: Math.min(PAGES_MAX, Math.ceil(total / LISTING_PAGE_SIZE)),
      facets: {
        category: facetValues('category', counted.category),
        garment: facetValues('garment', counted.garment),
        brand: facetValues('brand', counted.brand),
        colour: facetValues('colour', counted.colour),
        size: facetValues('size', counted.size),
        material: facetValues('material', counted.material),
      },
      ...(price ? { price } : {}),
      degraded: [],
    }
  }
  return {
    find: async (input) => {
      const query = canonicalQuery(input)
      const found = await find(query, 'all')
      // Words too many: better the nearest than nothing, the last words given up first.
      return found.total === 0 && query.q?.includes(' ') ? find(query, 'last') : found
    },
    suggest: async (text, limit) => {
      const { hits } = await client.index<Hit>(indexUid).search(text, { limit, attributesToRetrieve: [...CARD_FIELDS] })
      const now = nowMs()
      return hits.map((hit) => {
        const { stock: _, ...card } = cardOfHit(hit, now)
        return card
      })
    },
  }
}

const hitSearch = (indexUid: string, query: ListingQuery, matching: 'all' | 'last'): MultiSearchQuery => ({
  indexUid,
  q: query.q ?? '',
  filter: filterOf(query),
  sort: [...SORT[query.sort ?? 'relevance']],
  matchingStrategy: matching,
  page: query.page ?? 1,
  hitsPerPage: LISTING_PAGE_SIZE,
  attributesToRetrieve: [...CARD_FIELDS],
})
