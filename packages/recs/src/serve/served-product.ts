/** A product as the engine is told of it, once per change of the catalogue: plain values, no stock. */
export type ServedProduct = {
  readonly productId: number
  readonly category: string
  readonly department: string
  readonly brand: string
  readonly priceMinor: number
  readonly compareAtMinor: number | undefined
  /** Share of the price that stays with the shop, tax and cost off; undefined where the cost is not known. */
  readonly margin: number | undefined
  /** Share of all demand, 0 to 1. */
  readonly popularity: number
  /** Wanted of late for once before; 1 where nothing is known. */
  readonly trend: number
  /** Seasons it is worn in; none where nobody said. */
  readonly seasons: readonly string[]
  /** Epoch milliseconds. */
  readonly publishedAtMs: number
  /** What taste is about, as `facet:value`: `brand:brask`, `colour:blue`, `material:linen`, `style:relaxed`. */
  readonly terms: readonly string[]
  /** Words of its title, for likeness of content. */
  readonly words: readonly string[]
  /** Countries in which it may not be sold. */
  readonly notSoldIn: readonly string[]
  readonly collections: readonly string[]
  readonly variants: readonly ServedVariant[]
}

export type ServedVariant = { readonly sku: string; readonly size: string; readonly colour: string }
