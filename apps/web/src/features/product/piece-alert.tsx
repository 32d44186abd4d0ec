'use client'

import type { ProductDetail } from '@selvedge/core'
import { trpc } from '@/trpc/client'
import { useConsent } from '../behaviour/consent'
import { NotifyMe } from '../gestures/notify-me'
import { PriceAlertButton } from '../gestures/price-alert-button'
import { availableOf, type StockBySku } from './product-choice'

/** As long as it is looked at it stands as it was offered; the next look asks anew, for it may have been pressed. */
const OFFERED_ONCE = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false, retry: false }

type Props = { product: ProductDetail; stock: StockBySku; colour: string; size: string | undefined }

/**
 * For who is known: one press to be told when a size they wear is back, before they have looked for it, or when a piece
 * that is dearer than what they like costs less. Once a size is chosen the button beside it speaks of that size.
 */
export const PieceAlert = ({ product, stock, colour, size }: Props) => {
  const isKnown = useConsent() === 'personal'
  const { productId } = product
  const { data } = trpc.shop.alerts.offered.useQuery({ productId }, { enabled: isKnown, ...OFFERED_ONCE })
  // An answer that is still there was given before a no.
  if (!isKnown || !data) return null
  const { wanted } = data
  if (!wanted) return <PriceAlertButton productId={productId} title={product.title} />
  const inColour = product.variants.find((variant) => variant.colour === colour && variant.size === wanted.size)
  const sku = inColour?.sku ?? wanted.sku
  if (size !== undefined || availableOf(stock, sku) > 0) return null
  const label = product.sizes.find(({ value }) => value === wanted.size)?.label ?? wanted.size
  return (
    <section aria-label="In your size" className="flex flex-col gap-1 border-l-2 border-edge pl-4">
      <p className="text-small">Size {label}, which you wear, is sold out.</p>
      <NotifyMe key={sku} sku={sku} sizeLabel={label} quiet />
    </section>
  )
}
