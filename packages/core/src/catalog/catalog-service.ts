import type { IsExcluded } from '../personalization/recommender'
import type { Result } from '../result'
import type { SupplyReader } from '../supply/ports'
import type { CardPrice } from './card-price'
import { createHomeScreen } from './home-screen'
import { createLayStock } from './lay-stock'
import type { ListingAnswer, ListingQuery } from './listing'
import { createListingScreen } from './listing-screen'
import type { AvailabilityView, BoughtTogether, CatalogReader, FindListing, ProductFinder } from './ports'
import { createProductScreen } from './product-screen'
import type { CatalogRejection } from './rejections'
import type { HomeView, ProductView } from './screens'
import type { VariantStock } from './variant-stock'
import type { LiveProductCard, ProductCard } from './views'

/** The shop window: one call answers one screen. */
export type CatalogService = {
  home(): Promise<HomeView>
  /** In the finder's order, or found by `find` in another. */
  listing(query: ListingQuery, find?: FindListing): Promise<ListingAnswer>
  product(slug: string): Promise<Result<ProductView, CatalogRejection>>
  /** Products for what was typed so far, best first. */
  suggest(text: string): Promise<readonly ProductCard[]>
  /** Cards of chosen products in the order asked for, with live stock; what is no longer sold is left out. */
  cards(productIds: readonly number[]): Promise<readonly LiveProductCard[]>
  /** Prices of products whose cards are shown; what is no longer sold is left out. */
  cardPrices(productIds: readonly number[]): Promise<readonly CardPrice[]>
  /** Live stock by variant of products whose cards are shown; unknown products are left out. */
  variantStock(productIds: readonly number[]): Promise<VariantStock>
}

export type CatalogDeps = {
  readonly reader: CatalogReader
  readonly finder: ProductFinder
  readonly availability: AvailabilityView
  readonly boughtTogether: BoughtTogether
  readonly supply: Pick<SupplyReader, 'outlook'>
  /** What merchandisers keep from what the house shows of itself. */
  readonly isExcluded: IsExcluded
  /** Told of a part that failed while the screen went on without it. */
  readonly onFault: (part: 'stock', fault: unknown) => void
}

const SUGGESTIONS = 6

/** Screens over the given parts. Caching is the business of the reader and the finder it is given; live stock is never cached. */
export function createCatalogService({ reader, finder, availability, ...rest }: CatalogDeps): CatalogService {
  const { boughtTogether, supply, isExcluded, onFault } = rest
  const layStock = createLayStock(availability, onFault)
  return {
    home: createHomeScreen({ reader, boughtTogether, layStock, isExcluded }),
    listing: createListingScreen({ reader, finder, availability, layStock }),
    product: createProductScreen({ reader, availability, boughtTogether, supply, layStock, isExcluded, onFault }),
    suggest: (text) => finder.suggest(text, SUGGESTIONS),
    cards: async (productIds) => (await layStock(await reader.cards(productIds))).cards,
    cardPrices: async (productIds) =>
      (await reader.cards(productIds)).map(({ productId, priceMinor, compareAtMinor }) => ({
        productId,
        priceMinor,
        ...(compareAtMinor === undefined ? {} : { compareAtMinor }),
      })),
    variantStock: async (productIds) =>
      [...(await availability.ofProducts(productIds))].map(([productId, variants]) => ({
        productId,
        variants: variants.map(({ sku, size, version, available, future, next }) => ({
          sku,
          size,
          version,
          available,
          ...(future === undefined ? {} : { future }),
          ...(next === undefined ? {} : { next }),
        })),
      })),
  }
}
