'use client'

import { Price } from '@/components/price'
import { PriceFollower } from './price-follower'
import { useMovedPrice } from './use-moved-price'

export type LivePriceProps = {
  productId: number
  priceMinor: number
  wasMinor?: number | undefined
  currency: string
}

/** The price of a piece that is named without its card; it follows as a card's does. */
export const LivePrice = ({ productId, currency, ...drawn }: LivePriceProps) => {
  const { now, sinceMs, hear } = useMovedPrice(drawn)
  return (
    <>
      <Price nowMinor={now.priceMinor} wasMinor={now.wasMinor} currency={currency} className="shrink-0" />
      <PriceFollower productId={productId} sinceMs={sinceMs} onPrice={hear} />
    </>
  )
}
