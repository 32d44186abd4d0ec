import type { IsExcluded } from '../personalization/recommender'
import { accept, type Result, reject } from '../result'
import type { SupplyReader } from '../supply/ports'
import type { LayStock } from './lay-stock'
import type { AvailabilityView, BoughtTogether, CatalogReader } from './ports'
import type { CatalogRejection } from './rejections'
import type { ProductView } from './screens'
import { railBeside } from './together-rail'
import type { ProductDetail, ShownStock } from './views'

type Deps = {
  readonly reader: Pick<CatalogReader, 'productBySlug' | 'expectedDates' | 'cards' | 'popularIn'>
  readonly availability: AvailabilityView
  readonly supply: Pick<SupplyReader, 'outlook'>
  readonly boughtTogether: BoughtTogether
  readonly layStock: LayStock
  readonly isExcluded: IsExcluded
  readonly onFault: (part: 'stock', fault: unknown) => void
}

/** The product page: what does not move from the cache, stock as of now, and what goes with it. */
export const createProductScreen =
  (deps: Deps) =>
  async (slug: string): Promise<Result<ProductView, CatalogRejection>> => {
    const product = await deps.reader.productBySlug(slug)
    if (!product) return reject({ code: 'UNKNOWN_PRODUCT', slug })
    const [stock, rail] = await Promise.all([liveStock(deps, product), railBeside(deps, product)])
    return accept({
      product,
      stock: stock ?? [],
      boughtTogether: [...rail.cards],
      boughtTogetherSource: rail.source,
      degraded: stock ? [] : ['stock'],
    })
  }

/** Undefined when live stock cannot be read: the page then says so instead of "sold out". */
async function liveStock(
  { reader, availability, supply, onFault }: Deps,
  product: ProductDetail,
): Promise<ShownStock[] | undefined> {
  try {
    const [stock, expected, outlooks] = await Promise.all([
      availability.ofSkus(product.variants.map((variant) => variant.sku)),
      reader.expectedDates(product.productId),
      supply.outlook(product.variants.map((variant) => variant.variantId)),
    ])
    const outlookOf = new Map(product.variants.map(({ sku, variantId }) => [sku, outlooks.get(variantId)]))
    return stock.map(({ sku, version, available }) => {
      const [expectedOn, outlook] = [expected.get(sku), outlookOf.get(sku)]
      return { sku, version, available, ...(expectedOn ? { expectedOn } : {}), ...(outlook ? { outlook } : {}) }
    })
  } catch (fault) {
    onFault('stock', fault)
    return undefined
  }
}
