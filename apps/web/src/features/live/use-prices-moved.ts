'use client'

import { useEffect } from 'react'
import { useLiveClient } from './live-stock-provider'

/** Calls `onMoved` when the price of any of the products has moved; both stay the same from paint to paint. */
export const usePricesMoved = (productIds: () => Iterable<number>, onMoved: () => void): void => {
  const { prices } = useLiveClient()
  useEffect(
    () =>
      prices.listen((moved) => {
        for (const id of productIds()) if (moved.has(id)) return onMoved()
      }),
    [prices, productIds, onMoved],
  )
}
