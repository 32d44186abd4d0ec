'use client'

import { type CardStock, cardStockOf, type Later } from '@selvedge/core'
import { useCallback, useRef, useState } from 'react'
import { ProductCard, type ProductCardProps } from '@/components/product-card'
import type { CardMarks } from '../behaviour/card-marks'
import { SaveButton } from '../gestures/save-button'
import { PriceFollower } from './price-follower'
import { type LiveVariant, StockFollower } from './stock-follower'
import { cardStockState, laterState } from './stock-state'
import { useMovedPrice } from './use-moved-price'
import { useNear } from './use-near'

export type LiveStockCardProps = Omit<ProductCardProps, 'stock'> & {
  productId: number
  stock: CardStock
  /** By when, where it was chosen for what is to come. */
  later?: Later | undefined
  /** By whose choice it is shown, where it was chosen for somebody. */
  marks?: CardMarks | undefined
  /** Told what can be had now, size by size, while the card is near the screen. */
  onStock?: ((variants: readonly LiveVariant[]) => void) | undefined
}

/** A card whose badge follows the stock while the card is near the screen. */
export const LiveStockCard = ({
  productId,
  stock,
  later,
  marks,
  onStock,
  secondPicture,
  ...card
}: LiveStockCardProps) => {
  const place = useRef<HTMLDivElement>(null)
  const isNear = useNear(place)
  const [isUnderMouse, setUnderMouse] = useState(false)
  const [heard, setHeard] = useState<readonly LiveVariant[]>()
  const price = useMovedPrice(card)
  const hear = useCallback(
    (variants: readonly LiveVariant[]) => {
      if (variants.length === 0) return
      setHeard(variants)
      onStock?.(variants)
    },
    [onStock],
  )
  return (
    <div
      ref={place}
      data-product={productId}
      {...marks}
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && setUnderMouse(true)}
    >
      <ProductCard
        {...card}
        {...price.now}
        secondPicture={isUnderMouse ? secondPicture : undefined}
        stock={(later && laterState(later, heard)) ?? cardStockState(heard ? cardStockOf(heard) : stock)}
        corner={<SaveButton productId={productId} name={`${card.brand} ${card.name}`} />}
      />
      {isNear ? <StockFollower productId={productId} onStock={hear} /> : null}
      {isNear ? <PriceFollower productId={productId} sinceMs={price.sinceMs} onPrice={price.hear} /> : null}
    </div>
  )
}
