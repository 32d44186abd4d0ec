import {
  canonicalQuery,
  cardOf,
  FACETS,
  type Facet,
  type FacetCounts,
  type FoundListing,
  facetValues,
  LISTING_PAGE_SIZE,
  type ListingQuery,
  type ProductFinder,
  type StoredCard,
} from '@selvedge/core'
import type { Pool } from 'pg'
import { byIds } from './choices'
import { type Bind, offerConditions, offerSql } from './offer-sql'
import { selectProducts } from './select-products'

type CountRow = { facet: Facet | 'price' | 'total'; value: string | null; name: string | null; n: number; top: number }

const ORDER: Readonly<Record<NonNullable<ListingQuery['sort']>, string>> = {
  relevance: 'popularity DESC',
  // The shopper's own order is laid over what is found.
  'for-you': 'popularity DESC',
  newest: 'published_at DESC',
  'price-asc': 'price_minor, popularity DESC',
  'price-desc': 'price_minor DESC, popularity DESC',
  popular: 'popularity DESC',
}

export type PostgresFinderDeps = { readonly pool: Pool; readonly nowMs?: () => number }

/**
 * Finds products without the search engine: the same filters and the same counts, but words only as they are spelt.
 * Its listings say that search is degraded. It reads every variant of the shop; it is the spare wheel, not the road.
 */
export function createPostgresFinder({ pool, nowMs = Date.now }: PostgresFinderDeps): ProductFinder {
  const cards = async (productIds: readonly number[]): Promise<readonly StoredCard[]> => {
    if (productIds.length === 0) return []
    const now = nowMs()
    return (await selectProducts(pool, byIds(productIds))).flatMap((product) => cardOf(product, now) ?? [])
  }
  return {
    find: async (input): Promise<FoundListing> => {
      const query = canonicalQuery(input)
      const [productIds, rows] = await Promise.all([pageOf(pool, query), countsOf(pool, query)])
      const total = rows.find((row) => row.facet === 'total')?.n ?? 0
      const price = rows.find((row) => row.facet === 'price')
      const values = (facet: Facet) => facetValues(facet, facetCounts(rows, facet, query[facet]))
      return {
        cards: await cards(productIds),
        total,
        page: query.page ?? 1,
        pages: Math.ceil(total / LISTING_PAGE_SIZE),
        facets: {
          category: values('category'),
          garment: values('garment'),
          brand: values('brand'),
          colour: values('colour'),
          size: values('size'),
          material: values('material'),
        },
        ...(price && price.n > 0 ? { price: { minMinor: price.n, maxMinor: price.top } } : {}),
        degraded: ['search'],
      }
    },
    suggest: async (text, limit) => {
      const found = await cards((await pageOf(pool, { q: text })).slice(0, limit))
      return found.map(({ stock: _, ...card }) => card)
    },
  }
}

async function pageOf(pool: Pool, query: ListingQuery): Promise<readonly number[]> {
  const { bind, values } = binding()
  const offset = ((query.page ?? 1) - 1) * LISTING_PAGE_SIZE
  const text = `WITH ${offerSql(query, bind)}
    SELECT DISTINCT id, popularity, published_at, price_minor FROM offer WHERE ${offerConditions(query, bind)}
    ORDER BY ${ORDER[query.sort ?? 'relevance']}, id LIMIT ${LISTING_PAGE_SIZE} OFFSET ${bind(offset)}`
  const { rows } = await pool.query<{ id: number }>(text, values)
  return rows.map((row) => row.id)
}

async function countsOf(pool: Pool, query: ListingQuery): Promise<readonly CountRow[]> {
  const { bind, values } = binding()
  const offer = offerSql(query, bind)
  const ofFacet = (facet: Facet): string => `
    SELECT '${facet}' AS facet, ${facet} AS value, ${facet === 'brand' ? 'max(brand_name)' : 'NULL'} AS name,
           count(DISTINCT id)::int AS n, 0 AS top
    FROM offer WHERE ${offerConditions(query, bind, facet)} GROUP BY ${facet}`
  const { rows } = await pool.query<CountRow>(
    `WITH ${offer} ${FACETS.map(ofFacet).join(' UNION ALL ')}
     UNION ALL SELECT 'total', NULL, NULL, count(DISTINCT id)::int, 0 FROM offer WHERE ${offerConditions(query, bind)}
     UNION ALL SELECT 'price', NULL, NULL, coalesce(min(price_minor), 0), coalesce(max(price_minor), 0)
       FROM offer WHERE ${offerConditions(query, bind, 'price')}`,
    values,
  )
  return rows
}

function facetCounts(rows: readonly CountRow[], facet: Facet, selected: readonly string[] = []): FacetCounts {
  const counts = new Map<string, number>()
  const names = new Map<string, string>()
  for (const row of rows) {
    if (row.facet !== facet || row.value === null) continue
    counts.set(row.value, row.n)
    if (row.name !== null) names.set(row.value, row.name)
  }
  return { counts, selected, nameOf: (value) => names.get(value) }
}

function binding(): { bind: Bind; values: unknown[] } {
  const values: unknown[] = []
  return { values, bind: (value) => `$${values.push(value)}` }
}
