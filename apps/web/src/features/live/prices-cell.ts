import type { PricesMoved } from '@selvedge/core'

/** Tells whoever shows prices that some have moved. */
export type PricesCell = {
  tell(moved: PricesMoved): void
  /** The answer takes the listener off. */
  listen(listener: (moved: PricesMoved) => void): () => void
}

export const createPricesCell = (): PricesCell => {
  const listeners = new Set<(moved: PricesMoved) => void>()
  return {
    tell: (moved) => {
      for (const listener of listeners) listener(moved)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
