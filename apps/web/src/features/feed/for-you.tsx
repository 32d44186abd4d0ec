'use client'

import type { FeedAnswer } from '@selvedge/core'
import { useEffect, useRef } from 'react'
import { Later } from '@/components/later'
import { ProductGrid, ProductGridItem, UNSEEN_CARD } from '@/components/product-grid'
import { FeedCard, NOT_FOR_ME } from './feed-card'
import { InView } from './in-view'
import type { ServedItem } from './served-item'
import { useFeed } from './use-feed'
import { useWaveAway } from './use-wave-away'
import { whenWords } from './when-words'

const LARGER_SIZES = '(min-width: 80rem) 30vw, (min-width: 48rem) 46vw, 46vw'
const SIZES = '(min-width: 80rem) 22vw, (min-width: 48rem) 31vw, 46vw'
/** Two rows of a phone. */
const SEEN_AT_ONCE = 4

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
  const focusNext = useRef<{ readonly productId: number; readonly place: number } | undefined>(undefined)
  const { items, gone } = feed

  // The pressed button left with its piece: who uses the keyboard goes on at the piece that took its place, and at the
  // piece itself once it is back.
  useEffect(() => {
    const next = focusNext.current
    if (next === undefined) return
    focusNext.current = undefined
    const back = items
      .filter(({ card }) => !gone.has(card.productId))
      .findIndex(({ card }) => card.productId === next.productId)
    const buttons = section.current?.querySelectorAll<HTMLElement>(`[title="${NOT_FOR_ME}"]`)
    buttons?.[Math.min(back < 0 ? next.place : back, buttons.length - 1)]?.focus({ preventScroll: true })
  }, [items, gone])
  const onDislike = (item: ServedItem): void => {
    const { productId } = item.card
    const next = { productId, place: items.filter(({ card }) => !gone.has(card.productId)).indexOf(item) }
    const goOnThere = (): void => {
      focusNext.current = next
    }
    goOnThere()
    waveAway(item, goOnThere)
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
        {items.map((item, place) => (
          <ProductGridItem
            key={item.card.productId}
            className={place < SEEN_AT_ONCE ? '' : `room-feed-card ${UNSEEN_CARD}`}
          >
            <Later>
              <InView
                onSeen={() => feed.onSeen(item.card.productId)}
                onUnseen={() => feed.onUnseen(item.card.productId)}
              >
                <FeedCard
                  item={item}
                  sizes={isLarger ? LARGER_SIZES : SIZES}
                  hasReason={initial.look !== 'without-reasons'}
                  onGone={feed.onGone}
                  onDislike={onDislike}
                  isGone={gone.has(item.card.productId)}
                />
              </InView>
            </Later>
          </ProductGridItem>
        ))}
      </ProductGrid>
    </section>
  )
}

/**
 * What it was chosen by. Who is known and could not be read in time is not told that they are a stranger; best sellers that
 * stand in for a choice are called by their name.
 */
const leadOf = ({ isPersonal, degraded }: FeedAnswer, items: readonly ServedItem[]): string => {
  if (isPersonal) return 'Chosen by what you looked at and told us, and only what can be delivered to you.'
  if (degraded.includes('engine'))
    return `Nothing could be chosen for you just now, so this is what others buy most. All of it is ${whenWords(items)}.`
  const impersonal = `what others buy, what is new, what our buyers chose. All of it is ${whenWords(items)}.`
  return degraded.includes('profile')
    ? `What you like could not be read in time, so this is ${impersonal}`
    : `We do not know you yet: ${impersonal}`
}
