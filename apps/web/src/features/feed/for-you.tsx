'use client'

import type { FeedAnswer } from '@selvedge/core'
import { useEffect, useRef } from 'react'
import { ProductGrid, ProductGridItem } from '@/components/product-grid'
import { FeedCard, NOT_FOR_ME } from './feed-card'
import { InView } from './in-view'
import type { ServedItem } from './served-item'
import { useFeed } from './use-feed'
import { useWaveAway } from './use-wave-away'
import { whenWords } from './when-words'

const LARGER_SIZES = '(min-width: 80rem) 30vw, (min-width: 48rem) 46vw, 46vw'
const SIZES = '(min-width: 80rem) 22vw, (min-width: 48rem) 31vw, 46vw'

export type ForYouProps = {
  /** What it is called for somebody known. */
  title?: string | undefined
  initial: FeedAnswer
  length: number
}

/** The home feed: what was chosen for this shopper, and why. */
export const ForYou = ({ title = 'For you', initial, length }: ForYouProps) => {
  const feed = useFeed(initial, length)
  const waveAway = useWaveAway(feed)
  const section = useRef<HTMLElement>(null)
  const focusNext = useRef<number | undefined>(undefined)
  const { items, gone } = feed

  // The pressed button left with its piece: who uses the keyboard goes on at the piece that took its place.
  useEffect(() => {
    if (focusNext.current === undefined) return
    const buttons = section.current?.querySelectorAll<HTMLElement>(`[title="${NOT_FOR_ME}"]`)
    buttons?.[Math.min(focusNext.current, buttons.length - 1)]?.focus({ preventScroll: true })
    focusNext.current = undefined
  }, [items])
  const onDislike = (item: ServedItem): void => {
    focusNext.current = items.filter(({ card }) => !gone.has(card.productId)).indexOf(item)
    waveAway(item)
  }

  if (items.length === 0) return null
  const isLarger = initial.look === 'larger-pieces'
  return (
    <section ref={section} aria-labelledby="for-you-title" data-placement={initial.placement} className="page-width">
      <h2 id="for-you-title" className="font-display text-headline text-balance">
        {initial.isPersonal ? title : 'To begin with'}
      </h2>
      <p className="mt-1.5 max-w-prose text-small text-soft">{leadOf(initial, items)}</p>
      <ProductGrid className={isLarger ? 'mt-8 md:grid-cols-2 xl:grid-cols-3' : 'mt-8'}>
        {items.map((item) => (
          <ProductGridItem key={item.card.productId}>
            <InView onSeen={() => feed.onSeen(item.card.productId)} onUnseen={() => feed.onUnseen(item.card.productId)}>
              <FeedCard
                item={item}
                sizes={isLarger ? LARGER_SIZES : SIZES}
                hasReason={initial.look !== 'without-reasons'}
                onGone={feed.onGone}
                onDislike={onDislike}
                isGone={gone.has(item.card.productId)}
              />
            </InView>
          </ProductGridItem>
        ))}
      </ProductGrid>
    </section>
  )
}

/** What it was chosen by. Who is known and could not be read in time is not told that they are a stranger. */
const leadOf = ({ isPersonal, degraded }: FeedAnswer, items: readonly ServedItem[]): string => {
  if (isPersonal) return 'Chosen by what you looked at and told us, and only what can be delivered to you.'
  const impersonal = `what others buy, what is new, what our buyers chose. All of it is ${whenWords(items)}.`
  return degraded.includes('profile')
    ? `What you like could not be read in time, so this is ${impersonal}`
    : `We do not know you yet: ${impersonal}`
}
