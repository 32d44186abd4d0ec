'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from '@/components/class-names'
import { announce } from '@/components/live-region'
import { useListingNavigation } from './listing-navigation'
import { piecesWords } from './pieces-words'

/** Results that step back while the next ones are fetched, and say how many there are when they have come. */
export const ListingResults = ({ total, children }: { total: number; children: ReactNode }) => {
  const { pending } = useListingNavigation()
  const wasPending = useRef(false)
  useEffect(() => {
    if (wasPending.current && !pending) announce(piecesWords(total))
    wasPending.current = pending
  }, [pending, total])
  return (
    <div
      aria-busy={pending}
      className={classNames('min-w-0 transition-opacity duration-(--medium)', pending && 'opacity-45')}
    >
      {children}
    </div>
  )
}
