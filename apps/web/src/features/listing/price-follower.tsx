'use client'

import type { CardPrice } from '@selvedge/core'
import { useEffect } from 'react'
import { trpc } from '@/trpc/client'
import { useLiveClient } from '../live/live-stock-provider'
import { reportFault } from '../report-fault'

/**
 * Tells what a product costs, and when that was asked, once it has moved since `sinceMs`; draws nothing. Cards of a page hear it at the
 * same moment and ask together.
 */
export const PriceFollower = ({
  productId,
  sinceMs,
  onPrice,
}: {
  productId: number
  sinceMs: number
  onPrice: (price: CardPrice, askedAtMs: number) => void
}) => {
  const { client } = trpc.useUtils()
  const { prices } = useLiveClient()
  useEffect(() => {
    let isGone = false
    const ask = async (): Promise<void> => {
      const askedAtMs = Date.now()
      const answer = await client.shop.cardPrices
        .query({ productIds: [productId] })
        .catch((fault: unknown) => reportFault('card price', fault))
      const [price] = answer ?? []
      if (isGone || price === undefined) return // what stands there stays; the bag says what it costs
      onPrice(price, askedAtMs)
    }
    if (prices.hasMovedSince(productId, sinceMs)) void ask()
    const stop = prices.listen((moved) => void (moved.has(productId) && ask()))
    return () => {
      isGone = true
      stop()
    }
  }, [client, prices, productId, sinceMs, onPrice])
  return null
}
