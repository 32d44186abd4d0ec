'use client'

import type { FeedAnswer, RailInput } from '@selvedge/core'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { trpc } from '@/trpc/client'
import { FollowedRail } from './followed-rail'
import { createStandingRails, type StandingRails } from './standing-rails'
import { useComesNear } from './use-comes-near'

export type ChosenRailProps = {
  placement: RailInput['placement']
  title: string
  /** Why these, without a full stop: when they can be had follows. */
  reason: string
  productId: number
  /** Products that the page shows already; the rail waits while it is not known what stands above it. */
  present: readonly number[] | undefined
  /** What the rails of the page show as they follow prices, where there are several; the same from paint to paint. */
  standing?: StandingRails
  /** Fewer pieces than these are no rail. */
  fewest?: number
  /** What is shown where nothing could be chosen, and where no script runs. */
  standIn?: ReactNode
  /** Told of the products shown, or of nothing where the stand-in is; the same function from paint to paint. */
  onSettled?: (shown: readonly number[] | undefined) => void
}

const LENGTH = 12

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
  standing: given,
  fewest = 1,
  standIn = null,
  onSettled,
}: ChosenRailProps) => {
  const place = useRef<HTMLDivElement>(null)
  const isNear = useComesNear(place)
  const [alone] = useState(createStandingRails)
  const standing = given ?? alone
  const { client } = trpc.useUtils()
  const isAsked = isNear && present !== undefined
  const askedAtMs = useMemo(() => (isAsked ? Date.now() : 0), [isAsked])
  const { data, isError } = trpc.shop.rail.useQuery(
    { placement, productId, length: LENGTH, present: [...(present ?? [])] },
    // Asked once: what stands there follows prices by itself; the next page asks anew, for the shopper has said something since.
    {
      enabled: isAsked,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      refetchOnWindowFocus: false,
    },
  )
  // Best sellers that stand in for a choice are not what the rail's title says.
  const isNoRail = useCallback(
    ({ items, degraded }: FeedAnswer): boolean => items.length < fewest || degraded.includes('engine'),
    [fewest],
  )
  const isNone = isError || (data !== undefined && isNoRail(data))
  const ask = useCallback(async (): Promise<FeedAnswer | undefined> => {
    const others = [...new Set([...(present ?? []), ...standing.beside(placement)])]
    const answer = await client.shop.rail.query({ placement, productId, length: LENGTH, present: others })
    const taken = new Set(standing.beside(placement))
    const fresh = { ...answer, items: answer.items.filter(({ card }) => !taken.has(card.productId)) }
    if (isNoRail(fresh)) return undefined
    standing.add(
      placement,
      fresh.items.map(({ card }) => card.productId),
    )
    return fresh
  }, [client, placement, productId, present, standing, isNoRail])
  const onStanding = useCallback((shown: readonly number[]) => standing.set(placement, shown), [standing, placement])
  useEffect(() => {
    if (isNone) onSettled?.(undefined)
    else if (data) onSettled?.(data.items.map(({ card }) => card.productId))
  }, [isNone, data, onSettled])
  if (isNone) return standIn
  // Without scripts nobody comes to choose: there the stand-in stays.
  if (!data) return <div ref={place}>{standIn ? <noscript>{standIn}</noscript> : null}</div>
  return (
    <FollowedRail
      key={data.servedId}
      initial={data}
      ask={ask}
      askedAtMs={askedAtMs}
      title={title}
      reason={reason}
      placement={placement}
      besideId={productId}
      onStanding={onStanding}
    />
  )
}
