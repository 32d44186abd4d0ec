'use client'

import { Rail, RailItem } from '@/components/rail'
import { trpc } from '@/trpc/client'
import { LiveCard } from '../listing/live-card'
import { NotifyMe } from './notify-me'
import { PriceAlertButton } from './price-alert-button'

/** Pieces that were looked at and cannot be had, or cost more than what is liked: one press, and one message when that changes. */
export const MayWantToKnow = ({ className }: { className?: string }) => {
  // Stands as long as it is looked at; the next look asks anew, for what was pressed is offered no more.
  const { data } = trpc.shop.alerts.suggested.useQuery(undefined, {
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (!data || data.length === 0) return null
  return (
    <Rail
      title="You may want to know"
      reason="Sold out in your size, or dearer than what you like. We write only if you press, and once."
      placement="may-want-to-know"
      {...(className ? { className } : {})}
    >
      {data.map(({ card, wanted }) => (
        <RailItem key={card.productId}>
          <LiveCard card={card} sizes="(min-width: 64rem) 21vw, (min-width: 40rem) 31vw, 44vw" />
          <div className="mt-2">
            {wanted ? (
              <NotifyMe sku={wanted.sku} sizeLabel={wanted.size} quiet />
            ) : (
              <PriceAlertButton productId={card.productId} title={card.title} />
            )}
          </div>
        </RailItem>
      ))}
    </Rail>
  )
}
