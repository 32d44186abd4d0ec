import type { PricesMoved } from '@selvedge/core'

/** Products whose price moved; all of them where nobody said which. */
export type Repriced = { has(productId: number): boolean }

/** Tells whoever shows prices that some have moved. */
export type PricesCell = {
  tell(moved: Pick<PricesMoved, 'productIds' | 'spreadMs'>): void
  /** Whether a product's price has moved since then. */
  hasMovedSince(productId: number, sinceMs: number): boolean
  /** The answer takes the listener off. */
  listen(listener: (moved: Repriced) => void): () => void
}

type Clock = {
  now(): number
  /** Calls back after so many milliseconds, and not before somebody looks at the page. */
  later(ms: number, call: () => void): void
  random(): number
}

/**
 * Prices of all open pages move at the same moment: this page tells its own at a moment of its own, once for what comes
 * together, so that they ask together, and not with all others.
 */
export const createPricesCell = ({ now, later, random }: Clock): PricesCell => {
  const listeners = new Set<(moved: Repriced) => void>()
  const movedAt = new Map<number, number>()
  let allMovedAt = Number.NEGATIVE_INFINITY
  let waiting: { readonly ids: Set<number>; isAll: boolean } | undefined

  const tellNow = (): void => {
    if (waiting === undefined) return
    const { ids, isAll } = waiting
    waiting = undefined
    if (isAll) allMovedAt = now()
    for (const id of ids) movedAt.set(id, now())
    const moved: Repriced = { has: (productId) => isAll || ids.has(productId) }
    for (const listener of listeners) listener(moved)
  }
  return {
    tell: ({ productIds, spreadMs }) => {
      if (waiting === undefined) {
        waiting = { ids: new Set(), isAll: false }
        later(random() * spreadMs, tellNow)
      }
      if (productIds === undefined) waiting.isAll = true
      else for (const id of productIds) waiting.ids.add(id)
    },
    hasMovedSince: (productId, sinceMs) => Math.max(allMovedAt, movedAt.get(productId) ?? allMovedAt) > sinceMs,
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
