'use client'

import type { BagView } from '@selvedge/core'
import { useQueryClient } from '@tanstack/react-query'
import { getQueryKey } from '@trpc/react-query'
import { trpc } from '@/trpc/client'

/** Prefix of every bag mutation's key, as the client names them by their path. */
const BAG_MUTATIONS = [['shop', 'bag']]

/** Changes to the shown bag: ahead of the answer, by the answer, and back again when refused. */
export const useBagCache = () => {
  const queryClient = useQueryClient()
  const { get } = trpc.useUtils().shop.bag
  const bagKey = getQueryKey(trpc.shop.bag.get, undefined, 'query')
  return {
    /** Shows the change at once; the answer restores what was there. */
    expect: async (change: (bag: BagView | undefined) => BagView | undefined) => {
      await get.cancel()
      const before = get.getData()
      // The time of reading stays: countdowns run from the moment the server's clock was read.
      const readAt = { updatedAt: queryClient.getQueryState(bagKey)?.dataUpdatedAt ?? 0 }
      get.setData(undefined, change, readAt)
      return () => {
        get.setData(undefined, before, readAt)
        // Another change may have been answered meanwhile: the truth is asked for.
        return get.invalidate()
      }
    },
    /** Takes the server's bag, unless a later gesture is still under way, whose answer will hold more. */
    settle: (bag: BagView) => {
      if (queryClient.isMutating({ mutationKey: BAG_MUTATIONS }) === 0) get.setData(undefined, bag)
    },
  }
}
