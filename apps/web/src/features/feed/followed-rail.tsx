'use client'

import type { FeedAnswer } from '@selvedge/core'
import { useEffect } from 'react'
import { Rail, RailItem, type RailProps } from '@/components/rail'
import { FeedCard } from './feed-card'
import { InView } from './in-view'
import { useLaidItems } from './use-laid-items'
import { whenWords } from './when-words'

export type FollowedRailProps = Pick<RailProps, 'title' | 'placement'> & {
  /** Why these, without a full stop: when they can be had follows. */
  reason: string
  initial: FeedAnswer
  /** Chooses anew; nothing where what it chose may not be shown. The same function from paint to paint. */
  ask: () => Promise<FeedAnswer | undefined>
  /** When `initial` was asked for. */
  askedAtMs: number
  besideId: number
  /** Told which products stand here; the same function from paint to paint. */
  onStanding: (shown: readonly number[]) => void
}

const SIZES = '(min-width: 100rem) 19rem, (min-width: 64rem) 21vw, (min-width: 40rem) 31vw, 44vw'

/** A rail of chosen pieces that follows prices and stock while it stands there. */
export const FollowedRail = ({ initial, ask, askedAtMs, besideId, reason, onStanding, ...rail }: FollowedRailProps) => {
  const { items, gone, onSeen, onUnseen, onGone } = useLaidItems(initial, ask, askedAtMs)
  useEffect(() => onStanding(items.map(({ card }) => card.productId)), [items, onStanding])
  return (
    <div className="pt-section">
      <Rail {...rail} reason={`${reason}, ${whenWords(items)}.`}>
        {items.map((item) => {
          const { productId } = item.card
          return (
            <RailItem key={productId}>
              <InView onSeen={() => onSeen(productId)} onUnseen={() => onUnseen(productId)}>
                <FeedCard item={item} besideId={besideId} sizes={SIZES} onGone={onGone} isGone={gone.has(productId)} />
              </InView>
            </RailItem>
          )
        })}
      </Rail>
    </div>
  )
}
