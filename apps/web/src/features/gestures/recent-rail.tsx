'use client'

import { Rail, RailItem } from '@/components/rail'
import { useStirred } from '@/components/use-stirred'
import { trpc } from '@/trpc/client'
import { LiveCard } from '../listing/live-card'

/**
 * What this shopper opened before. Nothing for who has no history or wants none. It stands below the screen and is asked for
 * once the reader moves; `atOnce` where it is on the screen.
 */
export const RecentRail = ({
  title = 'You looked at',
  exceptId,
  className,
  atOnce = false,
}: {
  title?: string | undefined
  exceptId?: number
  className?: string
  atOnce?: boolean
}) => {
  const isStirred = useStirred()
  const { data } = trpc.shop.taste.recent.useQuery(exceptId === undefined ? {} : { exceptId }, {
    enabled: atOnce || isStirred,
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  if (!data || data.length === 0) return null
  return (
    <Rail title={title} reason="Newest first." placement="recently-viewed" {...(className ? { className } : {})}>
      {data.map((card) => (
        <RailItem key={card.productId}>
          <LiveCard card={card} sizes="(min-width: 64rem) 21vw, (min-width: 40rem) 31vw, 44vw" />
        </RailItem>
      ))}
    </Rail>
  )
}
