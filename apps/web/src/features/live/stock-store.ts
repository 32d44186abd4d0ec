import { isSameUnit, type SkuStock } from '@selvedge/core'

/**
 * What this tab knows about SKUs. A version below the known one changes nothing; one that is the same does where it tells
 * of another next unit, whose day may move while the stock stands still.
 */
export type StockStore = {
  get(sku: string): SkuStock | undefined
  apply(stock: readonly SkuStock[]): void
  /** Called after every change of one of the SKUs; the answer takes the listener off. */
  listen(skus: readonly string[], listener: () => void): () => void
}

export const createStockStore = (): StockStore => {
  const known = new Map<string, SkuStock>()
  const listeners = new Map<string, Set<() => void>>()
  /** Of a SKU that nobody watches the day may move unheard: a page that is made later knows it better. */
  const forgetDays = (skus: readonly string[]): void => {
    for (const sku of skus) {
      const stock = known.get(sku)
      if (stock?.next === undefined || listeners.has(sku)) continue
      const { next: _, ...undated } = stock
      known.set(sku, undated)
    }
  }

  return {
    get: (sku) => known.get(sku),
    apply: (stock) => {
      const called = new Set<() => void>()
      for (const next of stock) {
        if (!isNews(next, known.get(next.sku))) continue
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
        // Once whoever takes over has had a turn to say so.
        queueMicrotask(() => forgetDays(skus))
      }
    },
  }
}

/** Whether what is told of a SKU is to be shown instead of what was known. A next unit that nobody looked up is no news. */
export const isNews = (told: SkuStock, known: SkuStock | undefined): boolean =>
  known === undefined ||
  told.version > known.version ||
  (told.version === known.version && told.next !== undefined && !isSameUnit(told.next, known.next))
