import type { ProductView } from '@selvedge/core'

const MINOR_DIGITS = 2

/** The product as schema.org's ProductGroup: one address, every variant a SKU with its own availability. */
export const productGroup = ({ product, stock }: ProductView, origin: string): Record<string, unknown> => {
  const url = `${origin}/p/${product.slug}`
  const stockOf = new Map(stock.map((level) => [level.sku, level]))
  const label = (options: typeof product.colours, value: string) =>
    options.find((option) => option.value === value)?.label ?? value
  return {
    '@context': 'https://schema.org',
    '@type': 'ProductGroup',
    name: product.title,
    description: product.description,
    url,
    productGroupID: String(product.productId),
    brand: { '@type': 'Brand', name: product.brand.name },
    variesBy: ['https://schema.org/color', 'https://schema.org/size'],
    hasVariant: product.variants.map(({ sku, colour, size, priceMinor }) => ({
      '@type': 'Product',
      name: `${product.title}, ${label(product.colours, colour)}, ${label(product.sizes, size)}`,
      sku,
      color: label(product.colours, colour),
      size: label(product.sizes, size),
      image: pictureUrl(product.media, colour, origin),
      offers: {
        '@type': 'Offer',
        url: `${url}?colour=${encodeURIComponent(colour)}`,
        price: decimal(priceMinor),
        priceCurrency: product.currency,
        availability: `https://schema.org/${availabilityOf(stockOf.get(sku))}`,
        ...availabilityStarts(stockOf.get(sku)),
      },
    })),
  }
}

type Shown = ProductView['stock'][number] | undefined

const availabilityOf = (shown: Shown): string => {
  if ((shown?.available ?? 0) > 0) return 'InStock'
  if (!shown?.outlook) return 'OutOfStock'
  return shown.outlook.kind === 'preorder' ? 'PreOrder' : 'BackOrder'
}

const availabilityStarts = (shown: Shown) =>
  shown?.outlook?.shipsOn && shown.available === 0 ? { availabilityStarts: shown.outlook.shipsOn } : {}

const pictureUrl = (media: ProductView['product']['media'], colour: string, origin: string): string | undefined => {
  const front = media.find((one) => one.colour === colour && one.view === 'front')
  return front && `${origin}/img/${front.pictureKey}.w960.webp`
}

/** Minor units as a decimal text, without dividing. */
const decimal = (minor: number): string => {
  const figures = String(minor).padStart(MINOR_DIGITS + 1, '0')
  return `${figures.slice(0, -MINOR_DIGITS)}.${figures.slice(-MINOR_DIGITS)}`
}
