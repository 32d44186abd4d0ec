'use client'

import type { ListingQuery } from '@selvedge/core'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, use, useOptimistic, useTransition } from 'react'
import { listingHref } from './listing-url'

type Navigation = {
  /** What the shopper has asked for: ahead of the results while they are fetched. */
  query: ListingQuery
  pending: boolean
  go: (query: ListingQuery) => void
}

const ListingContext = createContext<Navigation | undefined>(undefined)

/** The address is the truth; a choice shows at once and the results follow. */
export const ListingNavigation = ({
  path,
  query,
  children,
}: {
  path: string
  query: ListingQuery
  children: ReactNode
}) => {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const [wanted, setWanted] = useOptimistic(query)
  const go = (next: ListingQuery) =>
    startTransition(() => {
      setWanted(next)
      router.push(listingHref(path, next), { scroll: false })
    })
  return <ListingContext value={{ query: wanted, pending, go }}>{children}</ListingContext>
}

export const useListingNavigation = (): Navigation => {
  const navigation = use(ListingContext)
  if (!navigation) throw new Error('useListingNavigation outside ListingNavigation')
  return navigation
}
