'use client'

import type { FeedAnswer } from '@selvedge/core'
import { ProductGrid, ProductGridItem } from '@/components/product-grid'
import { FeedCard } from './feed-card'
import { InView } from './in-view'
import { useFeed } from './use-feed'

const SIZES = '(min-width: 80rem) 22vw, (min-width: 48rem) 31vw, 46vw'

/** The home feed: what was chosen for this shopper, and why. */
export const ForYou = ({ initial, length }: { initial: FeedAnswer; length: number }) => {
  const feed = useFeed(initial, length)
  if (feed.items.length === 0) return null
  return (
    <section aria-labelledby="for-you-title" className="page-width">
      <h2 id="for-you-title" className="font-display text-headline text-balance">
        {initial.isPersonal ? 'For you' : 'To begin with'}
      </h2>
      <p className="mt-1.5 max-w-prose text-small text-soft">
        {initial.isPersonal
          ? 'Chosen by what you looked at, and only what can be delivered to you.'
          : 'We do not know you yet: what others buy, what is new, what our buyers chose. All of it can be had now.'}
      </p>
      <ProductGrid className="mt-8">
        {feed.items.map((item) => (
          <ProductGridItem key={item.card.productId}>
            <InView onSeen={() => feed.onSeen(item.card.productId)} onUnseen={() => feed.onUnseen(item.card.productId)}>
              <FeedCard item={item} sizes={SIZES} onGone={feed.onGone} isGone={feed.gone.has(item.card.productId)} />
            </InView>
          </ProductGridItem>
        ))}
      </ProductGrid>
    </section>
  )
}
