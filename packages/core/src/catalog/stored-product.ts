import type { ProductDetail } from './views'

/** A variant's units to sell online, as of the read. */
export type StoredVariantStock = { readonly sku: string; readonly available: number }

/** A product as PostgreSQL holds it: what its card, its page and its search document are all made from. */
export type StoredProduct = {
  readonly detail: ProductDetail
  /** The cloth's kind: the material facet. */
  readonly fabric: string
  /** Share of all demand. */
  readonly popularity: number
  /** Epoch milliseconds. */
  readonly publishedAtMs: number
  readonly stock: readonly StoredVariantStock[]
}
