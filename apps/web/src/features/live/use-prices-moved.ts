'use client'

import { useEffect } from 'react'
import { useLiveClient } from './live-stock-provider'

/**
 * Calls `onMoved` when prices that concern the page have moved: once for what comes together, at a moment of this page's
 * own, so that not all open pages ask at once. A page nobody looks at is told at once; what it makes of it is its own.
 */
export const usePricesMoved = (concerns: (productId: number) => boolean, onMoved: () => void): void => {
  const { prices } = useLiveClient()
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const stop = prices.listen(({ productIds, spreadMs }) => {
      if (waiting !== undefined || productIds?.some(concerns) === false) return
      const tell = (): void => {
        waiting = undefined
        onMoved()
      }
      waiting = setTimeout(tell, document.visibilityState === 'visible' ? Math.random() * spreadMs : 0)
    })
    return () => {
      stop()
      clearTimeout(waiting)
    }
  }, [prices, concerns, onMoved])
}
