'use client'

import type { BagView } from '@selvedge/core'
import { trpc } from '@/trpc/client'

/** The bag of this browser as last read. `initial` is what the page was rendered with. */
export const useBag = (initial?: BagView) => {
  const { data, dataUpdatedAt, isPending, refetch } = trpc.shop.bag.get.useQuery(undefined, {
    ...(initial ? { initialData: initial } : {}),
    staleTime: 30_000,
  })
  return { bag: data, readAtMs: dataUpdatedAt, isLoading: isPending, refresh: () => void refetch() }
}
