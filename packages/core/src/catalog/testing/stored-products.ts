import type { StoredProduct } from '../stored-product'

type Draft = {
  readonly productId?: number
  readonly category?: string
  readonly publishedAtMs?: number
  /** Colour id, size code and units. */
  readonly variants: ReadonlyArray<readonly [colour: string, size: string, available: number]>
}

/** A jumper with the given variants, for tests. */
export function storedProduct({
  productId = 1,
  category = 'knitwear',
  publishedAtMs = 0,
  variants,
}: Draft): StoredProduct {
  const distinct = (values: readonly string[]) => [...new Set(values)]
  const option = (value: string, order: number) => ({ value, label: value.toUpperCase(), order, hex: '#000000' })
  const colours = distinct(variants.map(([colour]) => colour))
  const skuOf = (colour: string, size: string) => `P${productId}-${colour}-${size}`
  return {
    detail: {
      productId,
      version: 1,
      slug: `jumper-${productId}`,
      title: `Jumper ${productId}`,
      description: 'Warm.',
      brand: { slug: 'brask', name: 'Brask', character: 'Plain.' },
      garment: 'knit-jumper',
      category,
      department: 'women',
      facts: [{ label: 'Fit', value: 'Regular' }],
      currency: 'EUR',
      colours: colours.map(option),
      sizes: distinct(variants.map(([, size]) => size)).map(option),
      variants: variants.map(([colour, size], nth) => ({
        variantId: nth + 1,
        sku: skuOf(colour, size),
        colour,
        size,
        sizeOrder: nth,
        priceMinor: 12_000 + nth * 100,
      })),
      media: colours.flatMap((colour) =>
        ['front', 'back'].map((view) => ({ colour, view, pictureKey: `${colour}-${view}`, alt: `${colour} ${view}` })),
      ),
      collections: [{ slug: 'winter', title: 'Winter' }],
    },
    fabric: 'knit',
    popularity: 0.1,
    publishedAtMs,
    stock: variants.map(([colour, size, available]) => ({ sku: skuOf(colour, size), available })),
  }
}
