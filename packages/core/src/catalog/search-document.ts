import { familyOf } from './card-stock'
import { GARMENT_WORDS } from './garment-words'
import { attributeValueLabel } from './garments/attribute-labels'
import { CATEGORY_LABELS } from './garments/departments'
import { GARMENTS, isGarmentId } from './garments/garment-types'
import { type TimelessCard, timelessCardOf } from './product-card'
import type { StoredProduct } from './stored-product'

/** What of a product can be bought now: the only fields that a change of stock rewrites. */
export type BuyableSets = {
  readonly buyable: boolean
  readonly buyable_sizes: readonly string[]
  /** Colour families. */
  readonly buyable_colours: readonly string[]
  /** `<family>/<size>` */
  readonly buyable_colour_sizes: readonly string[]
}

/**
 * One document per product. Beside the full sets stand those that can be bought: with "in stock" on, filters and
 * counts use these, so a product whose M is sold out is not found under M. Size and colour together use the pairs,
 * since M in navy and L in red do not make an L in navy. The card rides along: an answer needs no database.
 */
export type SearchDocument = BuyableSets & {
  readonly id: number
  readonly product_version: number
  readonly title: string
  readonly brand: string
  readonly garment_names: readonly string[]
  readonly category_name: string
  readonly colour_names: readonly string[]
  readonly details: readonly string[]
  readonly description: string
  readonly department: string
  readonly category: string
  readonly garment: string
  readonly brand_slug: string
  /** `<slug>|<name>`: counted, so that a facet knows the name. */
  readonly brand_facet: string
  readonly material: string
  readonly collections: readonly string[]
  readonly sizes: readonly string[]
  readonly colours: readonly string[]
  readonly colour_sizes: readonly string[]
  readonly price_minor: number
  /** Epoch milliseconds. */
  readonly published_at: number
  readonly popularity: number
  readonly card: TimelessCard
}

/** The pair of a colour family and a size in `colour_sizes`. */
export const colourSize = (family: string, size: string): string => `${family}/${size}`

/** The search document of a product; absent when it has nothing to show or to sell. */
export function searchDocumentOf(product: StoredProduct): SearchDocument | undefined {
  const { detail } = product
  const card = timelessCardOf(detail)
  if (!card) return undefined
  const all = setsOf(detail.variants)
  return {
    id: detail.productId,
    product_version: detail.version,
    title: detail.title,
    brand: detail.brand.name,
    garment_names: garmentNames(detail.garment),
    category_name: categoryName(detail.category),
    colour_names: [...new Set(detail.colours.flatMap(({ label, value }) => [label, familyOf(value)]))],
    details: [attributeValueLabel('fabric', product.fabric), ...detail.facts.map((fact) => fact.value)],
    description: detail.description,
    department: detail.department,
    category: detail.category,
    garment: detail.garment,
    brand_slug: detail.brand.slug,
    brand_facet: `${detail.brand.slug}|${detail.brand.name}`,
    material: product.fabric,
    collections: detail.collections.map((collection) => collection.slug),
    sizes: all.sizes,
    colours: all.colours,
    colour_sizes: all.pairs,
    price_minor: card.priceMinor,
    published_at: product.publishedAtMs,
    popularity: product.popularity,
    card,
    ...buyableSetsOf(product),
  }
}

/** The sets of options that have a unit to sell. Sorted, so that equal sets are equal documents. */
export function buyableSetsOf({ detail, stock }: Pick<StoredProduct, 'detail' | 'stock'>): BuyableSets {
  const buyable = new Set(stock.filter((level) => level.available > 0).map((level) => level.sku))
  const sets = setsOf(detail.variants.filter(({ sku }) => buyable.has(sku)))
  return {
    buyable: sets.sizes.length > 0,
    buyable_sizes: sets.sizes,
    buyable_colours: sets.colours,
    buyable_colour_sizes: sets.pairs,
  }
}

function setsOf(variants: readonly { colour: string; size: string }[]) {
  const distinct = (values: readonly string[]) => [...new Set(values)].sort()
  return {
    sizes: distinct(variants.map(({ size }) => size)),
    colours: distinct(variants.map(({ colour }) => familyOf(colour))),
    pairs: distinct(variants.map(({ colour, size }) => colourSize(familyOf(colour), size))),
  }
}

function garmentNames(garment: string): readonly string[] {
  if (!isGarmentId(garment)) return [garment]
  return [GARMENTS[garment].name, GARMENTS[garment].plural, ...(GARMENT_WORDS[garment] ?? [])]
}

function categoryName(category: string): string {
  return new Map<string, string>(Object.entries(CATEGORY_LABELS)).get(category) ?? category
}
