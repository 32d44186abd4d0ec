'use client'

import { type RefObject, useMemo } from 'react'
import { trpc } from '@/trpc/client'
import { useLiveStock } from '../live/use-live-stock'
import { useNear } from './use-near'

export type LiveVariant = { readonly sku: string; readonly size: string; readonly available: number }

/**
 * Stock of a product's variants, live while `place` is near the screen; empty before it is known. Cards that come near
 * together ask together, and one that has left is no longer followed, so a long listing stays within the stream's topics.
 */
export const useCardStock = (place: RefObject<HTMLElement | null>, productId: number): readonly LiveVariant[] => {
  const isNear = useNear(place)
  const { data } = trpc.shop.variantStock.useQuery(
    { productIds: [productId] },
    { enabled: isNear, staleTime: 60_000, refetchOnWindowFocus: false },
  )
  const variants = (isNear && data?.[0]?.variants) || NONE
  const live = useLiveStock(
    variants.map(({ sku }) => sku),
    variants,
  )
  return useMemo(
    () => variants.map(({ sku, size, available }) => ({ sku, size, available: live.get(sku)?.available ?? available })),
    [variants, live],
  )
}

const NONE: readonly never[] = []
