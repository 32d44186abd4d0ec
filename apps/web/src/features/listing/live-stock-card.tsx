'use client'

import { type CardStock, cardStockOf } from '@selvedge/core'
import { useRef } from 'react'
import { ProductCard, type ProductCardProps } from '@/components/product-card'
import type { CardMarks } from '../behaviour/card-marks'
import { SaveButton } from '../gestures/save-button'
import { cardStockState } from './stock-state'
import { useCardStock } from './use-card-stock'

export type LiveStockCardProps = Omit<ProductCardProps, 'stock'> & {
  productId: number
  stock: CardStock
  /** By whose choice it is shown, where it was chosen for somebody. */
  marks?: CardMarks | undefined
}

/** A card whose badge follows the stock while the card is near the screen. */
export const LiveStockCard = ({ productId, stock, marks, ...card }: LiveStockCardProps) => {
  const place = useRef<HTMLDivElement>(null)
  const variants = useCardStock(place, productId)
  const shown = variants.length === 0 ? stock : cardStockOf(variants)
  return (
    <div ref={place} data-product={productId} {...marks}>
      <ProductCard
        {...card}
        stock={cardStockState(shown)}
        corner={<SaveButton productId={productId} name={`${card.brand} ${card.name}`} />}
      />
    </div>
  )
}
