import type { SkuStock } from '../live/messages'
import type { ListingAnswer, ListingQuery } from './listing'
import type { StoredProduct } from './stored-product'
import type { LiveProductCard, ProductCard, ProductDetail } from './views'

/** A card whose stock is as of the read; live stock is laid over it before anybody sees it. */
export type StoredCard = LiveProductCard

export type StoredCollection = {
  readonly slug: string
  readonly title: string
  readonly standfirst: string
  readonly heroKey?: string
  readonly cards: readonly StoredCard[]
}

/** Catalogue reads from PostgreSQL. */
export type CatalogReader = {
  productBySlug(slug: string): Promise<ProductDetail | undefined>
  /** In the order asked for; unknown or inactive ones are left out. */
  cards(productIds: readonly number[]): Promise<readonly StoredCard[]>
  newest(limit: number): Promise<readonly StoredCard[]>
  popular(limit: number): Promise<readonly StoredCard[]>
  popularIn(category: string, limit: number): Promise<readonly StoredCard[]>
  /** With at most `cardsEach` cards a collection. */
  collections(cardsEach: number): Promise<readonly StoredCollection[]>
  /** SKUs of products, for topics and for laying stock over cards. */
  skusOf(productIds: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>>
  /** SKU to the next day supply is expected, today or later (ISO date). */
  expectedDates(productId: number): Promise<ReadonlyMap<string, string>>
}

/** Facets, order and ids of a listing, without live stock: a card's stock is as of the index. */
export type FoundListing = Omit<ListingAnswer, 'cards' | 'stockAsOfMs' | 'degraded' | 'collection' | 'orderId'> & {
  readonly cards: readonly StoredCard[]
  readonly degraded: readonly 'search'[]
}

export type FindListing = (query: ListingQuery) => Promise<FoundListing>

/** Finds products. Implemented over the search engine, with a PostgreSQL fallback behind a breaker. */
export type ProductFinder = {
  readonly find: FindListing
  suggest(text: string, limit: number): Promise<readonly ProductCard[]>
}

/** Feeds the search index from PostgreSQL. */
export type SearchSource = {
  /** Active products with ids above `productId`, ascending. */
  after(productId: number, limit: number): Promise<readonly StoredProduct[]>
  /** The active ones among these, in any order. */
  of(productIds: readonly number[]): Promise<readonly StoredProduct[]>
  /** Products that these variants belong to. */
  productsOfVariants(variantIds: readonly number[]): Promise<readonly number[]>
  countActive(): Promise<number>
}

/** One neighbour of a product in past orders. */
export type TogetherNeighbour = { readonly productId: number; readonly score: number; readonly support: number }

/** What buyers of a product took as well, best first; empty while the model does not know the product. */
export type BoughtTogether = { neighboursOf(productId: number, limit: number): readonly TogetherNeighbour[] }

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
