'use client'

import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import { announce } from '@/components/live-region'
import { trpc } from '@/trpc/client'
import { tellRefusal } from '../bag/tell'
import { tellTaste } from './taste-told'

type SavedList = {
  readonly has: (productId: number) => boolean
  readonly listen: (listener: () => void) => () => void
  readonly set: (productId: number, isSaved: boolean, name: string) => void
}

const SavedContext = createContext<SavedList | undefined>(undefined)

/**
 * The saved list of this browser, read once for all hearts of a page. A press shows at once; without a connection it
 * waits and is sent when there is one again, so that saving works on a train. The context never changes: a list that
 * arrives wakes the hearts that are on it, not every card of the page.
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
  const ids = useRef<ReadonlySet<number>>(new Set())
  const listeners = useRef(new Set<() => void>())
  useEffect(() => {
    ids.current = new Set(data)
    for (const listener of listeners.current) listener()
  }, [data])
  const list = useMemo<SavedList>(
    () => ({
      has: (productId) => ids.current.has(productId),
      listen: (listener) => {
        listeners.current.add(listener)
        return () => listeners.current.delete(listener)
      },
      set: (productId, isSaved, name) => {
        announce(isSaved ? `${name} is on your saved list.` : `${name} is off your saved list.`)
        mutate({ productId, isSaved })
      },
    }),
    [mutate],
  )
  return <SavedContext value={list}>{children}</SavedContext>
}

/** Whether a piece is on the saved list, and how to change that. */
export const useSaved = (
  productId: number,
): { isSaved: boolean; setSaved: (isSaved: boolean, name: string) => void } => {
  const list = use(SavedContext)
  if (!list) throw new Error('useSaved outside SavedListProvider')
  const isSaved = useSyncExternalStore(
    list.listen,
    () => list.has(productId),
    () => false,
  )
  const setSaved = useCallback((wanted: boolean, name: string) => list.set(productId, wanted, name), [list, productId])
  return { isSaved, setSaved }
}
