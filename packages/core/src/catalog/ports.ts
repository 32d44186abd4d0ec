import type { SkuStock } from '../live/messages'
import type { ListingAnswer, ListingQuery } from './listing'
import type { LiveProductCard, ProductCard, ProductDetail, ShownStock } from './views'

/** Catalogue reads from PostgreSQL. */
export type CatalogReader = {
  productBySlug(slug: string): Promise<ProductDetail | undefined>
  /** In the order asked for; unknown or inactive ones are left out. */
  cards(productIds: readonly number[]): Promise<readonly ProductCard[]>
  newest(limit: number): Promise<readonly ProductCard[]>
  popular(limit: number): Promise<readonly ProductCard[]>
  collections(): Promise<
    readonly { slug: string; title: string; standfirst: string; heroKey?: string; cards: readonly ProductCard[] }[]
  >
  /** SKUs of products, for topics and for laying stock over cards. */
  skusOf(productIds: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>>
}

/** Facets, order and ids of a listing, without live stock. */
export type FoundListing = Omit<ListingAnswer, 'cards' | 'stockAsOfMs' | 'degraded'> & {
  readonly cards: readonly ProductCard[]
  readonly degraded: readonly 'search'[]
}

/** Finds products. Implemented over the search engine, with a PostgreSQL fallback behind a breaker. */
export type ProductFinder = {
  find(query: ListingQuery): Promise<FoundListing>
  suggest(text: string, limit: number): Promise<readonly ProductCard[]>
}

/**
 * Live availability as pages show it: memory over Redis over PostgreSQL, patched by events, at most 1 s old.
 * Never used to decide: the engine decides on the primary.
 */
export type AvailabilityView = {
  ofSkus(skus: readonly string[]): Promise<readonly SkuStock[]>
  ofProducts(
    productIds: readonly number[],
  ): Promise<ReadonlyMap<number, readonly (SkuStock & { size: string; colour: string })[]>>
  readonly asOfMs: () => number
}

export type HomeView = {
  readonly collections: readonly {
    slug: string
    title: string
    standfirst: string
    heroKey?: string
    cards: readonly LiveProductCard[]
  }[]
  readonly newIn: readonly LiveProductCard[]
  readonly popular: readonly LiveProductCard[]
  /** Rails "bought together with": seed product and what its buyers took as well. */
  readonly boughtTogether?: { readonly anchor: ProductCard; readonly cards: readonly LiveProductCard[] }
}

export type ProductView = {
  readonly product: ProductDetail
  readonly stock: readonly ShownStock[]
  readonly boughtTogether: readonly LiveProductCard[]
}
