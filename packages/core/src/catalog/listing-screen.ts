import { canonicalQuery } from './canonical-query'
import { keepsItsPromise } from './card-stock'
import type { LayStock } from './lay-stock'
import type { ListingAnswer, ListingQuery } from './listing'
import type { AvailabilityView, CatalogReader, FindListing, ProductFinder } from './ports'

type Deps = {
  readonly reader: Pick<CatalogReader, 'collections'>
  readonly finder: ProductFinder
  readonly availability: Pick<AvailabilityView, 'asOfMs'>
  readonly layStock: LayStock
}

/** One listing: facets and order as found, stock as of now. A card that live stock contradicts is not shown. */
export const createListingScreen =
  ({ reader, finder, availability, layStock }: Deps) =>
  async (input: ListingQuery, find: FindListing = finder.find): Promise<ListingAnswer> => {
    const query = canonicalQuery(input)
    const found = await find(query)
    const [laid, collection] = await Promise.all([layStock(found.cards), titled(reader, query.collection)])
    const cards = laid.cards.filter((card) => {
      const variants = laid.variantsOf(card.productId)
      // Without live stock the finder's own in-stock filter has the last word.
      return !variants || keepsItsPromise(query, variants)
    })
    return {
      ...found,
      cards,
      ...(collection ? { collection } : {}),
      stockAsOfMs: availability.asOfMs(),
      degraded: laid.isLive ? [...found.degraded] : [...found.degraded, 'stock'],
    }
  }

async function titled(reader: Deps['reader'], slug: string | undefined): Promise<ListingAnswer['collection']> {
  if (slug === undefined) return undefined
  const collection = (await reader.collections(CARDS_EACH)).find((one) => one.slug === slug)
  return collection && { slug, title: collection.title, standfirst: collection.standfirst }
}

/** Cards of a collection on home; the listing asks for the same number to share the read. */
export const CARDS_EACH = 12
