import { z } from 'zod'
import { minorSchema } from '../money'
import { quoteSchema } from './checkout'
import { countrySchema } from './country'

/** Everything a checkout can say no with. A schema, because the answer is stored with the order and given again. */
export const checkoutRejectionSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('BAG_EMPTY') }),
  /** The total is not the one the shopper saw; here is the new one. */
  z.object({ code: z.literal('PRICE_CHANGED'), expectedTotalMinor: minorSchema, quote: quoteSchema }),
  z.object({
    code: z.literal('LINES_OUT_OF_STOCK'),
    lines: z.array(z.object({ sku: z.string(), requested: z.int(), available: z.int() })),
  }),
  /** Houses that others alone sell where the parcel would go. */
  z.object({
    code: z.literal('NOT_SOLD_THERE'),
    country: countrySchema,
    lines: z.array(z.object({ sku: z.string(), title: z.string() })),
  }),
  /** The same order id with another content. */
  z.object({ code: z.literal('ORDER_ID_REUSED'), orderId: z.string() }),
  z.object({ code: z.literal('CHECKOUT_IN_PROGRESS'), orderId: z.string() }),
  z.object({ code: z.literal('PAYMENT_DECLINED'), declineCode: z.string() }),
  /** Authorised, but the money could not be taken; nothing is charged. */
  z.object({ code: z.literal('PAYMENT_FAILED'), because: z.string() }),
  /** The bank did not answer within the payment window; nothing is charged. */
  z.object({ code: z.literal('PAYMENT_TIMED_OUT') }),
])
export type CheckoutRejection = z.infer<typeof checkoutRejectionSchema>

/** Also the answer to somebody who may not see the order. */
export type OrderRejection = { readonly code: 'ORDER_NOT_FOUND'; readonly number: string }

/** Only an order that is confirmed, and of which nothing has left, can be cancelled. */
export type CancelRejection = {
  readonly code: 'ORDER_NOT_CANCELLABLE'
  readonly orderId: string
  readonly state: string
}
