'use client'

import type { CardPrice } from '@selvedge/core'
import { useEffect, useState } from 'react'
import { trpc } from '@/trpc/client'
import { useLiveClient } from '../live/live-stock-provider'
import { reportFault } from '../report-fault'

/**
 * Tells what a product costs once that has moved since the card was drawn; draws nothing. Cards of a page hear it at the
 * same moment and ask together.
 */
export const PriceFollower = ({
  productId,
  drawnAtMs,
  onPrice,
}: {
  productId: number
  drawnAtMs: number
  onPrice: (price: CardPrice) => void
}) => {
  const { client } = trpc.useUtils()
  const { prices } = useLiveClient()
  const [toldAtMs, setToldAt] = useState(drawnAtMs)
  useEffect(() => {
    let isGone = false
    const ask = async (): Promise<void> => {
      const askedAtMs = Date.now()
      const answer = await client.shop.cardPrices
        .query({ productIds: [productId] })
        .catch((fault: unknown) => reportFault('card price', fault))
      const [price] = answer ?? []
      if (isGone || price === undefined) return // what stands there stays; the bag says what it costs
      setToldAt(askedAtMs)
      onPrice(price)
    }
    if (prices.hasMovedSince(productId, toldAtMs)) void ask()
    const stop = prices.listen((moved) => void (moved.has(productId) && ask()))
    return () => {
      isGone = true
      stop()
    }
  }, [client, prices, productId, toldAtMs, onPrice])
  return null
}
