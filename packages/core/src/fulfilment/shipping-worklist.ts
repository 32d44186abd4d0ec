import { z } from 'zod'
import { ORDER_STATES, shippingMethodSchema } from '../orders/checkout'
import { daySchema } from '../supply/day'

/** Most tasks that are answered at once. */
export const SHIPPING_TASKS_MAX = 500

/** `query` is an order number, a SKU, or a part of the buyer's name or e-mail address. */
export const shippingWorklistAskedSchema = z.strictObject({
  query: z.string().trim().min(1).max(120).exactOptional(),
  locationId: z.int().positive().max(2_147_483_647).exactOptional(),
  onlyLate: z.boolean().exactOptional(),
  limit: z.int().min(1).max(SHIPPING_TASKS_MAX),
})
export type ShippingWorklistAsked = z.infer<typeof shippingWorklistAskedSchema>

/** What one place still has to send of one order. Units. */
export const shippingTaskSchema = z.object({
  orderId: z.string(),
  number: z.string(),
  /** `part_shipped`: some of the order has left before. */
  state: z.enum(ORDER_STATES),
  locationId: z.int(),
  locationCode: z.string(),
  /** The day by which it was to leave: the one told to the buyer, else the place's working days after the order. */
  leavesBy: daySchema,
  placedAtMs: z.number(),
  buyer: z.string(),
  country: z.string(),
  shippingMethod: shippingMethodSchema,
  /** Set aside, and in no box. */
  toPick: z.int(),
  /** Asked of a picker, the box still open. */
  picking: z.int(),
  /** In a closed box that waits for its carrier. */
  packed: z.int(),
})
export type ShippingTask = z.infer<typeof shippingTaskSchema>

export const shippingWorklistSchema = z.object({
  /** By the database's clock, UTC: what was to leave before it is late. */
  today: daySchema,
  /** The oldest day first. */
  tasks: z.array(shippingTaskSchema),
  /** Tasks that fit, also those past the limit. */
  total: z.int(),
  /** Every place with something to send, whatever was asked. */
  places: z.array(
    z.object({
      locationId: z.int(),
      code: z.string(),
      name: z.string(),
      orders: z.int(),
      units: z.int(),
      late: z.int(),
    }),
  ),
})
export type ShippingWorklist = z.infer<typeof shippingWorklistSchema>
