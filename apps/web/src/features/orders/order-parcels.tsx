import { CARRIERS, followAddress, type OrderView } from '@selvedge/core'
import { Badge } from '@/components/badge'
import { formatMoment } from './format-moment'

/** What has left, with whom, and where to follow it; nothing before the first parcel. */
export const OrderParcels = ({ order }: { order: OrderView }) => {
  const parcels = order.parcels ?? []
  if (parcels.length === 0) return null
  const lineOf = new Map(order.lines.map((line) => [line.sku, line]))
  return (
    <section aria-label="Parcels" className="pt-12">
      <h2 className="mb-2 border-b border-rule pb-2 font-display text-title">
        {parcels.length === 1 ? 'Your parcel' : 'Your parcels'}
      </h2>
      <ul>
        {parcels.map(({ parcelId, carrier, trackingNumber, shippedAtMs, deliveredAtMs, lines }) => {
          const link = followAddress(carrier, trackingNumber)
          return (
            <li key={parcelId} className="flex flex-col gap-1 border-b border-rule py-4 text-small">
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Badge tone="good">{deliveredAtMs === undefined ? 'On its way' : 'Delivered'}</Badge>
                <span className="figures text-soft">{formatMoment(deliveredAtMs ?? shippedAtMs)}</span>
              </span>
              <span>
                {lines
                  .map(({ sku, quantity }) => {
                    const line = lineOf.get(sku)
                    const name = line ? `${line.title} in ${line.size}` : sku
                    return quantity === 1 ? name : `${quantity} × ${name}`
                  })
                  .join(', ')}
              </span>
              <span className="figures text-soft">
                {CARRIERS[carrier].label},{' '}
                {link === undefined ? (
                  trackingNumber
                ) : (
                  <a href={link} rel="noreferrer" className="thread-link">
                    {trackingNumber}
                  </a>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
