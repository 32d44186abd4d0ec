import type { AvailabilityView, CatalogDeps } from '@selvedge/core'
import type { CachedFinder, CachedReader, GenerationWatch, LiveAvailabilityView } from '@selvedge/infra'
import type { ReadWatch } from '../http/page-reads'
import type { Stock } from './stock'

/** Live stock, each answer telling the page that is being made what it holds good for. */
export const notedView = (view: LiveAvailabilityView, watch: ReadWatch): AvailabilityView => ({
  ofSkus: async (skus) => {
    const stock = await view.ofSkus(skus)
    watch.note(() => view.isCurrent(stock))
    return stock
  },
  ofProducts: async (productIds) => {
    const stock = await view.ofProducts(productIds)
    watch.note(() => [...stock.values()].every(view.isCurrent))
    return stock
  },
  asOfMs: view.asOfMs,
})

type Parts = {
  readonly reader: CachedReader
  readonly finder: CachedFinder
  readonly generations: GenerationWatch
  readonly stock: Pick<Stock, 'view' | 'supply'>
  readonly watch: ReadWatch
}

/** The parts of the shop window, in the same way. */
export const notedReads = ({
  reader,
  finder,
  generations,
  stock: { view, supply },
  watch,
}: Parts): Pick<CatalogDeps, 'reader' | 'finder' | 'availability' | 'supply'> => {
  const ofCatalog =
    <Asked extends unknown[], Answer>(read: (...asked: Asked) => Promise<Answer>) =>
    (...asked: Asked): Promise<Answer> => {
      const { catalog } = generations.current()
      watch.note(() => generations.current().catalog === catalog)
      return read(...asked)
    }
  return {
    reader: {
      productBySlug: ofCatalog(reader.productBySlug),
      cards: ofCatalog(reader.cards),
      newest: ofCatalog(reader.newest),
      popular: ofCatalog(reader.popular),
      popularIn: ofCatalog(reader.popularIn),
      collections: ofCatalog(reader.collections),
      skusOf: ofCatalog(reader.skusOf),
      expectedDates: ofCatalog(reader.expectedDates),
    },
    finder: {
      find: async (query) => {
        const found = await finder.find(query)
        watch.note(() => finder.isCurrent(query, found))
        return found
      },
      suggest: finder.suggest,
    },
    availability: notedView(view, watch),
    supply: {
      outlook: async (variantIds) => {
        const outlooks = await supply.outlook(variantIds)
        // A promised day moves with the queue before it, which nothing here hears of.
        if (outlooks.size > 0) watch.note(() => false)
        return outlooks
      },
    },
  }
}
