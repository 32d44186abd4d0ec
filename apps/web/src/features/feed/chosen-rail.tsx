'use client'

import type { RailInput } from '@selvedge/core'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Rail, RailItem } from '@/components/rail'
import { trpc } from '@/trpc/client'
import { FeedCard } from './feed-card'
import { servedItems } from './served-item'
import { whenWords } from './when-words'

export type ChosenRailProps = {
  placement: RailInput['placement']
  title: string
  /** Why these, without a full stop: when they can be had follows. */
  reason: string
  productId: number
  /** Products that the page shows already; the rail waits while it is not known what stands above it. */
  present: readonly number[] | undefined
  /** Fewer pieces than these are no rail. */
  fewest?: number
  /** What is shown where nothing could be chosen, and where no script runs. */
  standIn?: ReactNode
  /** Told of the products shown, or of nothing where the stand-in is; the same function from paint to paint. */
  onSettled?: (shown: readonly number[] | undefined) => void
}

const SIZES = '(min-width: 100rem) 19rem, (min-width: 64rem) 21vw, (min-width: 40rem) 31vw, 44vw'
const LENGTH = 12
/** Far enough that the rail is there before the shopper is. */
const AHEAD = '900px'

/**
 * A rail beside a product, chosen for the shopper. Asked for only when the shopper comes near, so that the page itself
 * waits for nothing. It comes in while its place is still below the screen, and takes no room before: a rail that does
 * not come leaves no gap to close.
 */
export const ChosenRail = ({
  placement,
  title,
  reason,
  productId,
  present,
  fewest = 1,
  standIn = null,
  onSettled,
}: ChosenRailProps) => {
  const place = useRef<HTMLDivElement>(null)
  const isNear = useComesNear(place)
  const { data, isError } = trpc.shop.rail.useQuery(
    { placement, productId, length: LENGTH, present: [...(present ?? [])] },
    // Stands still while it is looked at; the next page asks anew, for the shopper has said something since.
    {
      enabled: isNear && present !== undefined,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      refetchOnWindowFocus: false,
    },
  )
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set())
  const onGone = useCallback((id: number) => setGone((known) => new Set(known).add(id)), [])
  // Best sellers that stand in for a choice are not what the rail's title says.
  const isNone = isError || (data !== undefined && (data.items.length < fewest || data.degraded.includes('engine')))
  useEffect(() => {
    if (isNone) onSettled?.(undefined)
    else if (data) onSettled?.(data.items.map(({ card }) => card.productId))
  }, [isNone, data, onSettled])
  if (isNone) return standIn
  // Without scripts nobody comes to choose: there the stand-in stays.
  if (!data) return <div ref={place}>{standIn ? <noscript>{standIn}</noscript> : null}</div>
  return (
    <div className="pt-section">
      <Rail title={title} reason={`${reason}, ${whenWords(data.items)}.`} placement={placement}>
        {servedItems(data).map((item) => (
          <RailItem key={item.card.productId}>
            <FeedCard
              item={item}
              besideId={productId}
              sizes={SIZES}
              onGone={onGone}
              isGone={gone.has(item.card.productId)}
            />
          </RailItem>
        ))}
      </Rail>
    </div>
  )
}

const useComesNear = (place: { readonly current: Element | null }): boolean => {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (!place.current || isNear) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { rootMargin: AHEAD },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place, isNear])
  return isNear
}
