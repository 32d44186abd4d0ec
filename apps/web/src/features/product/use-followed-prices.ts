'use client'

import type { ProductDetail } from '@selvedge/core'
import { useCallback, useRef, useState } from 'react'
import { trpc } from '@/trpc/client'
import { usePricesMoved } from '../live/use-prices-moved'
import { reportFault } from '../report-fault'

/** The product as it was printed, with what its variants cost now: read anew whenever its price moves under an open page. */
export const useFollowedPrices = (printed: ProductDetail): ProductDetail => {
  const { client } = trpc.useUtils()
  const [heard, setHeard] = useState<{ readonly over: ProductDetail; readonly product: ProductDetail }>()
  const asked = useRef(0)
  const taken = useRef(0)
  const { productId, slug } = printed
  const ask = useCallback(async (): Promise<void> => {
    asked.current += 1
    const turn = asked.current
    const answer = await client.shop.product
      .query({ slug })
      .catch((fault: unknown) => reportFault('product price', fault))
    if (!answer) return // what stands there stays; the bag says what it costs
    if (turn < taken.current) return // overtaken by a later answer
    taken.current = turn
    const now = new Map(answer.product.variants.map((variant) => [variant.sku, variant]))
    const variants = printed.variants.map((variant) => now.get(variant.sku) ?? variant)
    setHeard({ over: printed, product: { ...printed, variants } })
  }, [client, slug, printed])
  usePricesMoved(
    useCallback(() => [productId], [productId]),
    useCallback(() => void ask(), [ask]),
  )
  return heard?.over === printed ? heard.product : printed
}
