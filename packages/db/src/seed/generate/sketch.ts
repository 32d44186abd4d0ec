import {
  type Category,
  COLOURS,
  type ColourFamily,
  type Department,
  type Fabric,
  type GarmentId,
  type Occasion,
  type Pattern,
  type Season,
} from '@selvedge/core'
import type { GeneratedProduct } from './product'

/** What is remembered of a product after it has been written: enough to choose it for collections and orders. */
export type ProductSketch = {
  readonly productId: number
  readonly firstVariantId: number
  readonly garment: GarmentId
  readonly category: Category
  readonly department: Department
  readonly fabric: Fabric
  readonly pattern: Pattern
  readonly seasons: readonly Season[]
  readonly occasions: readonly Occasion[]
  readonly families: readonly ColourFamily[]
  readonly priceMinor: number
  readonly costMinor: number
  readonly popularity: number
  readonly publishedAt: number
  readonly brandId: number
  readonly dropShip: boolean
}

export function sketchOf(product: GeneratedProduct, ids: { productId: number; firstVariantId: number }): ProductSketch {
  const { fabric, pattern, seasons, occasions } = product.attributes
  return {
    ...ids,
    garment: product.garment,
    category: product.category,
    department: product.department,
    fabric,
    pattern,
    seasons,
    occasions,
    families: product.colours.map((colour) => COLOURS[colour].family),
    priceMinor: product.priceMinor,
    costMinor: product.costMinor,
    popularity: product.popularity,
    publishedAt: product.publishedAt.getTime(),
    brandId: product.brandId,
    dropShip: product.dropShip,
  }
}
