'use client'

import { type CardStock, cardStockOf } from '@selvedge/core'
import { useRef } from 'react'
import { ProductCard, type ProductCardProps } from '@/components/product-card'
import { trpc } from '@/trpc/client'
import { useLiveStock } from '../live/use-live-stock'
import { cardStockState } from './stock-state'
import { useNear } from './use-near'

export type LiveStockCardProps = Omit<ProductCardProps, 'stock'> & { productId: number; stock: CardStock }

/**
 * A card whose badge follows the stock while the card is near the screen. Cards that come near together ask together;
 * one that has left is no longer followed, so a long listing stays within the stream's topics.
 */
export const LiveStockCard = ({ productId, stock, ...card }: LiveStockCardProps) => {
  const place = useRef<HTMLDivElement>(null)
  const isNear = useNear(place)
  const { data } = trpc.shop.variantStock.useQuery(
    { productIds: [productId] },
    { enabled: isNear, staleTime: 60_000, refetchOnWindowFocus: false },
  )
  const variants = (isNear && data?.[0]?.variants) || []
  const live = useLiveStock(
    variants.map(({ sku }) => sku),
    variants,
  )
  const shown =
    variants.length === 0
      ? stock
      : cardStockOf(
          variants.map(({ sku, size, available }) => ({ size, available: live.get(sku)?.available ?? available })),
        )
  return (
    <div ref={place}>
      <ProductCard {...card} stock={cardStockState(shown)} />
    </div>
  )
}
