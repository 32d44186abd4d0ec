'use client'

import { useLiveStock } from '@/features/live/use-live-stock'

/** What shoppers are shown at this moment, over all places that sell online: the very stream their pages follow. */
export const OnlineNow = ({ sku }: { sku: string }) => {
  const available = useLiveStock([sku], []).get(sku)?.available
  return available === undefined ? null : (
    <span className="figures">
      Shoppers see {available} {available === 1 ? 'piece' : 'pieces'}, over all places.
    </span>
  )
}
