'use client'

import type { UnitToCome } from '@selvedge/core'
import { useEffect, useMemo } from 'react'
import { trpc } from '@/trpc/client'
import { useLiveStock } from '../live/use-live-stock'

export type LiveVariant = {
  readonly sku: string
  readonly size: string
  readonly available: number
  /** Units of supply to come that may still be promised. */
  readonly future?: number | undefined
  /** The next of them, where nothing can be bought now. */
  readonly next?: UnitToCome | undefined
}

/**
 * Tells the stock of a product's variants while it stands in the page; draws nothing. Followers that come together ask
 * together. A card mounts it only while it is near the screen: a long listing stays within the stream's topics, and a
 * page comes to life without the work of what is not seen.
 */
export const StockFollower = ({
  productId,
  onStock,
}: {
  productId: number
  onStock: (variants: readonly LiveVariant[]) => void
}) => {
  const { data } = trpc.shop.variantStock.useQuery(
    { productIds: [productId] },
    { staleTime: 60_000, refetchOnWindowFocus: false },
  )
  const variants = data?.[0]?.variants ?? NONE
  const live = useLiveStock(
    variants.map(({ sku }) => sku),
    variants,
  )
  const shown = useMemo(
    () =>
      variants.map((first) => {
        const { available, future, next } = live.get(first.sku) ?? first
        return { sku: first.sku, size: first.size, available, future, next }
      }),
    [variants, live],
  )
  useEffect(() => onStock(shown), [onStock, shown])
  return null
}

const NONE: readonly never[] = []
