import type { SkuStock } from '@selvedge/core'

/** What this tab knows about SKUs. A version not above the known one changes nothing. */
export type StockStore = {
  get(sku: string): SkuStock | undefined
  apply(stock: readonly SkuStock[]): void
  /** Called after every change of one of the SKUs; the answer takes the listener off. */
  listen(skus: readonly string[], listener: () => void): () => void
}

export const createStockStore = (): StockStore => {
  const known = new Map<string, SkuStock>()
  const listeners = new Map<string, Set<() => void>>()

  return {
    get: (sku) => known.get(sku),
    apply: (stock) => {
      const called = new Set<() => void>()
      for (const next of stock) {
        if ((known.get(next.sku)?.version ?? -1) >= next.version) continue
        known.set(next.sku, next)
        for (const listener of listeners.get(next.sku) ?? []) called.add(listener)
      }
      for (const listener of called) listener()
    },
    listen: (skus, listener) => {
      for (const sku of skus) listeners.set(sku, (listeners.get(sku) ?? new Set()).add(listener))
      return () => {
        for (const sku of skus) {
          listeners.get(sku)?.delete(listener)
          if (listeners.get(sku)?.size === 0) listeners.delete(sku)
        }
      }
    },
  }
}
