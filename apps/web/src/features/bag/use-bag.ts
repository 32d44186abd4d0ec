'use client'

import type { BagView } from '@selvedge/core'
import { useSyncExternalStore } from 'react'
import { trpc } from '@/trpc/client'

const never = () => () => {}

/**
 * The bag of this browser as last read. `initial` is what the page was rendered with: it is shown until the page has
 * come alive, because the cache may know a later bag by then and the first paint must be the server's.
 */
export const useBag = (initial?: BagView) => {
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const { data, dataUpdatedAt, refetch } = trpc.shop.bag.get.useQuery(undefined, {
    ...(initial ? { initialData: initial } : {}),
    staleTime: 30_000,
  })
  return {
    bag: isAlive ? data : initial,
    /** When this browser received the bag, by its own clock; unknown in the first paint. */
    readAtMs: isAlive ? dataUpdatedAt : undefined,
    refresh: () => void refetch(),
  }
}
