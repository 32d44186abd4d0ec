import type { SkuStock, VariantName } from '@selvedge/core'
import { LRUCache } from 'lru-cache'

export type VariantStock = SkuStock & { readonly size: string; readonly colour: string }

type Stock = { get(sku: string): SkuStock | undefined }

/** The variants whose stock is known, in their order, with it. */
export const joinStock = (names: readonly VariantName[], stock: Stock): readonly VariantStock[] =>
  names.flatMap(({ sku, size, colour }) => {
    const known = stock.get(sku)
    return known === undefined ? [] : [{ ...known, size, colour }]
  })

export type JoinedStock = {
  get(productId: number): readonly VariantStock[] | undefined
  /** Keeps a product joined for so long, if memory knows the stock of all its variants. */
  remember(productId: number, names: readonly VariantName[], ttlMs: number): void
  /** The stock of a SKU is another now, or not known any more. */
  changed(sku: string): void
}

/**
 * Products with the live stock of all their variants side by side. A listing of 24 cards asks for some 400 variants, most
 * of which did not change since the last one: joining them anew was a fifth of what the answer cost.
 */
export const createJoinedStock = (live: Stock): JoinedStock => {
  const productOf = new Map<string, number>()
  const products = new LRUCache<number, readonly VariantStock[]>({
    max: 20_000,
    dispose: (gone) => {
      for (const { sku } of gone) productOf.delete(sku)
    },
  })
  return {
    get: (productId) => products.get(productId),
    remember: (productId, names, ttl) => {
      const stock = joinStock(names, live)
      // What memory does not hold whole would not hear of every change.
      if (names.length === 0 || stock.length !== names.length || ttl <= 0) return
      products.set(productId, stock, { ttl })
      for (const { sku } of stock) productOf.set(sku, productId)
    },
    changed: (sku) => {
      const productId = productOf.get(sku)
      if (productId !== undefined) products.delete(productId)
    },
  }
}
