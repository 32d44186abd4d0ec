'use client'

import { announce } from '@/components/live-region'
import { trpc } from '@/trpc/client'
import { tellRefusal } from '../bag/tell'
import { tellTaste } from './taste-told'

/**
 * The saved list of this browser. A press shows at once; without a connection it waits and is sent when there is one
 * again, so that saving works on a train.
 */
export const useSaved = () => {
  const cache = trpc.useUtils()
  const { data } = trpc.shop.saved.ids.useQuery(undefined, {
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const mutation = trpc.shop.saved.set.useMutation({
    networkMode: 'online',
    scope: { id: 'saved' },
    onMutate: ({ productId, isSaved }) => {
      const before = cache.shop.saved.ids.getData()
      cache.shop.saved.ids.setData(undefined, (ids = []) =>
        isSaved ? [productId, ...ids.filter((id) => id !== productId)] : ids.filter((id) => id !== productId),
      )
      return { before }
    },
    onError: (error, _wish, context) => {
      cache.shop.saved.ids.setData(undefined, context?.before)
      tellRefusal(error)
    },
    onSuccess: async () => {
      tellTaste()
      await cache.shop.saved.cards.invalidate()
    },
  })
  return {
    isSaved: (productId: number): boolean => data?.includes(productId) ?? false,
    setSaved: (productId: number, isSaved: boolean, name: string): void => {
      announce(isSaved ? `${name} is on your saved list.` : `${name} is off your saved list.`)
      mutation.mutate({ productId, isSaved })
    },
  }
}
