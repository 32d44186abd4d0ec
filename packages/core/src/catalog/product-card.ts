import { cardStockOf } from './card-stock'
import { isNewAt } from './is-new'
import type { StoredProduct } from './stored-product'
import type { LiveProductCard, ProductCard, ProductDetail } from './views'

/** What a card says that does not depend on the day: the part that a search document carries. */
export type TimelessCard = Omit<ProductCard, 'isNew'>

/** A product's card with stock as of the read; absent when the product has nothing to show or to sell. */
export function cardOf(product: StoredProduct, nowMs: number): LiveProductCard | undefined {
  const card = timelessCardOf(product.detail)
  return card && { ...card, isNew: isNewAt(product.publishedAtMs, nowMs), stock: storedCardStock(product) }
}

/** The cheapest variant's price and the first colour's pictures stand for the product. */
export function timelessCardOf(detail: ProductDetail): TimelessCard | undefined {
  const cheapest = cheapestOf(detail)
  const pictureOf = (colour: string, view: string) =>
    detail.media.find((picture) => picture.colour === colour && picture.view === view)
  const colours = detail.colours.flatMap(({ value, label, hex = '#888888' }) => {
    const front = pictureOf(value, 'front')
    return front ? [{ value, label, hex, pictureKey: front.pictureKey }] : []
  })
  const [first] = colours
  if (!cheapest || !first) return undefined
  const hover = pictureOf(first.value, 'back')
  return {
    productId: detail.productId,
    slug: detail.slug,
    title: detail.title,
    brand: detail.brand.name,
    category: detail.category,
    priceMinor: cheapest.priceMinor,
    ...(cheapest.compareAtMinor === undefined ? {} : { compareAtMinor: cheapest.compareAtMinor }),
    currency: detail.currency,
    pictureKey: first.pictureKey,
    ...(hover ? { hoverPictureKey: hover.pictureKey } : {}),
    alt: pictureOf(first.value, 'front')?.alt ?? detail.title,
    colours,
  }
}

function cheapestOf({ variants }: ProductDetail) {
  let cheapest = variants[0]
  for (const variant of variants) if (cheapest && variant.priceMinor < cheapest.priceMinor) cheapest = variant
  return cheapest
}

function storedCardStock({ detail, stock }: StoredProduct) {
  const available = new Map(stock.map((level) => [level.sku, level.available]))
  return cardStockOf(detail.variants.map(({ sku, size }) => ({ size, available: available.get(sku) ?? 0 })))
}
