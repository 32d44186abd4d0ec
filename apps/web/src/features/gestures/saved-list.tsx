'use client'

import { createContext, type ReactNode, use, useMemo } from 'react'
import { announce } from '@/components/live-region'
import { trpc } from '@/trpc/client'
import { tellRefusal } from '../bag/tell'
import { tellTaste } from './taste-told'

type SavedList = {
  readonly isSaved: (productId: number) => boolean
  readonly setSaved: (productId: number, isSaved: boolean, name: string) => void
}

const SavedContext = createContext<SavedList | undefined>(undefined)

/**
 * The saved list of this browser, read once for all hearts of a page. A press shows at once; without a connection it
 * waits and is sent when there is one again, so that saving works on a train.
 */
export const SavedListProvider = ({ children }: { children: ReactNode }) => {
  const cache = trpc.useUtils()
  const { data } = trpc.shop.saved.ids.useQuery(undefined, {
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const { mutate } = trpc.shop.saved.set.useMutation({
    networkMode: 'online',
    scope: { id: 'saved' },
    onMutate: async ({ productId, isSaved }) => {
      // A list still on its way was read before this press and would undo it on the page.
      await cache.shop.saved.ids.cancel()
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
      await Promise.all([cache.shop.saved.ids.invalidate(), cache.shop.saved.cards.invalidate()])
    },
  })
  const list = useMemo<SavedList>(() => {
    const ids = new Set(data)
    return {
      isSaved: (productId) => ids.has(productId),
      setSaved: (productId, isSaved, name) => {
        announce(isSaved ? `${name} is on your saved list.` : `${name} is off your saved list.`)
        mutate({ productId, isSaved })
      },
    }
  }, [data, mutate])
  return <SavedContext value={list}>{children}</SavedContext>
}

export const useSaved = (): SavedList => {
  const list = use(SavedContext)
  if (!list) throw new Error('useSaved outside SavedListProvider')
  return list
}
