'use client'

import type { LiveProductCard } from '@selvedge/core'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'
import { Link } from '@/components/link'
import { ProductGrid, ProductGridItem } from '@/components/product-grid'
import { trpc } from '@/trpc/client'
import { LiveCard } from '../listing/live-card'
import { PriceAlertButton } from './price-alert-button'

/** The saved list with live stock, newest first. */
export const SavedView = ({ initial }: { initial: readonly LiveProductCard[] }) => {
  const { data: cards = initial } = trpc.shop.saved.cards.useQuery(undefined, { initialData: [...initial] })
  const { data: ids } = trpc.shop.saved.ids.useQuery(undefined, {
    initialData: initial.map(({ productId }) => productId),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const shown = cards.filter(({ productId }) => ids.includes(productId))
  if (shown.length === 0)
    return (
      <EmptyState
        level={1}
        title="Nothing saved yet"
        actions={
          <>
            <Link href="/shop" className={buttonStyle()}>
              Look around
            </Link>
            <Link href="/quiz" className={buttonStyle({ tone: 'quiet' })}>
              Tell us your taste
            </Link>
          </>
        }
      >
        <p>Press the heart on a piece and it waits here, with or without an account.</p>
      </EmptyState>
    )
  return (
    <>
      <h1 className="font-display text-display tracking-tight text-balance">Saved</h1>
      <p className="mt-3 text-small text-soft">
        {shown.length} {shown.length === 1 ? 'piece' : 'pieces'}, with stock as it is now.
      </p>
      <h2 className="sr-only">Pieces</h2>
      <div data-placement="saved" className="mt-8">
        <ProductGrid>
          {shown.map((card) => (
            <ProductGridItem key={card.productId}>
              <LiveCard card={card} />
              <PriceAlertButton productId={card.productId} title={card.title} />
            </ProductGridItem>
          ))}
        </ProductGrid>
      </div>
    </>
  )
}
