import { z } from 'zod'
import { currencySchema, minorSchema } from '../money'
import { ORDER_STATES, type OrderState, orderViewSchema } from './checkout'
import { checkoutRejectionSchema } from './rejections'
import { SAGA_STEPS } from './saga'

/** Keyset over (placed at, id), newest first. */
export const orderCursorSchema = z.strictObject({ placedAtMs: z.int(), orderId: z.uuid() })
export type OrderCursor = z.infer<typeof orderCursorSchema>

export const orderSummarySchema = z.object({
  orderId: z.string(),
  number: z.string(),
  state: z.enum(ORDER_STATES),
  email: z.string(),
  totalMinor: minorSchema,
  currency: currencySchema,
  units: z.int(),
  firstPictureKey: z.string().optional(),
  placedAtMs: z.number(),
})
export type OrderSummary = z.infer<typeof orderSummarySchema>

export const orderPageSchema = z.object({ items: z.array(orderSummarySchema), next: orderCursorSchema.optional() })
export type OrderPage = z.infer<typeof orderPageSchema>

/** Newest first; `before` is the `next` of the page before. */
export type OrderPageAsked = { readonly before?: OrderCursor | undefined; readonly limit: number }
/** `query` is an order number, or a part of the e-mail address. */
export type OrderListPage = OrderPageAsked & {
  readonly state?: OrderState | undefined
  readonly query?: string | undefined
}

/** An order as staff see it: with the saga that placed it and what the bank was asked. */
export const adminOrderSchema = orderViewSchema.extend({
  saga: z
    .object({
      step: z.enum(SAGA_STEPS),
      state: z.enum(['running', 'done', 'compensated']),
      attempts: z.int(),
      rejection: checkoutRejectionSchema.optional(),
      updatedAtMs: z.number(),
    })
    .optional(),
  payments: z.array(
    z.object({
      provider: z.string(),
      state: z.string(),
      amountMinor: minorSchema,
      method: z.string(),
      ref: z.string().optional(),
      declineCode: z.string().optional(),
      updatedAtMs: z.number(),
    }),
  ),
  correlationId: z.string(),
  /** Where each line's units come from, and why there. */
  sources: z.array(
    z.object({
      lineNo: z.int(),
      locationCode: z.string(),
      recordId: z.int(),
      units: z.int(),
      why: z.string().exactOptional(),
    }),
  ),
})
export type AdminOrder = z.infer<typeof adminOrderSchema>

/** The order, with the secret of its link: who has it may read the order without signing in. */
export const placedOrderSchema = z.object({ order: orderViewSchema, accessToken: z.string() })
export type PlacedOrder = z.infer<typeof placedOrderSchema>
