import type { OrderState } from '../orders/checkout'

/** Units of an order, over all lines. `open`: neither sent nor cancelled. */
export type SentSoFar = { readonly open: number; readonly sent: number; readonly delivered: number }

/** Where an order stands by what of it has left, arrived, or was cancelled. */
export const orderStateAfter = ({ open, sent, delivered }: SentSoFar): OrderState => {
  if (sent === 0) return open === 0 ? 'cancelled' : 'confirmed'
  if (open > 0) return 'part_shipped'
  return delivered === sent ? 'delivered' : 'shipped'
}
