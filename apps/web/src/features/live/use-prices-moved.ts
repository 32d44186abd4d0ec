'use client'

import { useEffect } from 'react'
import { useLiveClient } from './live-stock-provider'

/**
 * Calls `onMoved` when the price of any of the products has moved, also when that was before its coming alive: since the
 * document began, or since what it shows was asked for (`sinceMs`). Both functions stay the same from paint to paint.
 */
export const usePricesMoved = (productIds: () => Iterable<number>, onMoved: () => void, sinceMs?: number): void => {
  const { prices } = useLiveClient()
  useEffect(() => {
    const isAny = (hasMoved: (productId: number) => boolean): boolean => [...productIds()].some(hasMoved)
    if (isAny((id) => prices.hasMovedSince(id, sinceMs ?? performance.timeOrigin))) onMoved()
    return prices.listen((moved) => void (isAny(moved.has) && onMoved()))
  }, [prices, productIds, onMoved, sinceMs])
}
