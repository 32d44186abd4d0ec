import type { GeneratedOrder } from '../generate/orders'

const HOUR_MS = 3_600_000

/** What a past order went through, in order: the same words as the live shop's timeline. */
export function timelineOf({
  state,
  placedAt,
  shippingMethod,
}: GeneratedOrder): ReadonlyArray<{ type: string; at: Date }> {
  const after = (hours: number) => new Date(placedAt.getTime() + hours * HOUR_MS)
  const bought = [
    { type: 'placed', at: placedAt },
    { type: 'confirmed', at: new Date(placedAt.getTime() + 1_400) },
  ]
  if (state === 'cancelled') return [...bought, { type: 'cancelled', at: after(5) }]
  const shipped = [...bought, { type: 'shipped', at: after(15) }]
  return state === 'shipped'
    ? shipped
    : [...shipped, { type: 'delivered', at: after(shippingMethod === 'express' ? 34 : 82) }]
}
