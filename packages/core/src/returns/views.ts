import { z } from 'zod'
import { currencySchema, minorSchema } from '../money'
import { REFUND_STATES, RETURN_OUTCOMES, RETURN_REASONS, RETURN_STATES } from './return-request'

const returnLineSchema = z.object({
  lineNo: z.int(),
  orderLineNo: z.int(),
  variantId: z.int(),
  sku: z.string(),
  title: z.string(),
  colour: z.string(),
  size: z.string(),
  pictureKey: z.string(),
  quantity: z.int(),
  reason: z.enum(RETURN_REASONS),
  comment: z.string().exactOptional(),
  outcomes: z.array(z.object({ outcome: z.enum(RETURN_OUTCOMES), quantity: z.int() })),
  refundMinor: minorSchema,
})

/** A return as the shopper who asked for it sees it. */
export const returnViewSchema = z.object({
  returnId: z.int(),
  /** Printed on the label, written on the parcel. */
  label: z.string(),
  state: z.enum(RETURN_STATES),
  version: z.int(),
  orderNumber: z.string(),
  currency: currencySchema,
  requestedAt: z.date(),
  note: z.string().exactOptional(),
  lines: z.array(returnLineSchema),
  refunds: z.array(z.object({ amountMinor: minorSchema, state: z.enum(REFUND_STATES), at: z.date() })),
})
export type ReturnView = z.infer<typeof returnViewSchema>

/** As staff see it. */
export const staffReturnSchema = returnViewSchema.extend({
  orderId: z.string(),
  email: z.string(),
  location: z.object({ locationId: z.int(), code: z.string() }).exactOptional(),
  receivedAt: z.date().exactOptional(),
})
export type StaffReturn = z.infer<typeof staffReturnSchema>

export const returnSummarySchema = z.object({
  returnId: z.int(),
  label: z.string(),
  state: z.enum(RETURN_STATES),
  orderNumber: z.string(),
  email: z.string(),
  units: z.int(),
  reasons: z.array(z.enum(RETURN_REASONS)),
  requestedAt: z.date(),
})
export type ReturnSummary = z.infer<typeof returnSummarySchema>

/** What of an order can come back now. */
export const returnableSchema = z.object({
  open: z.boolean(),
  autoApproved: z.boolean(),
  lines: z.array(z.object({ lineNo: z.int(), sku: z.string(), returnable: z.int() })),
  returns: z.array(returnViewSchema),
})
export type Returnable = z.infer<typeof returnableSchema>
