import { adminOrderSchema, ORDER_STATES, orderCursorSchema, orderPageSchema, orderViewSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'

const listSchema = z.strictObject({
  before: orderCursorSchema.optional(),
  limit: z.int().min(1).max(100).default(50),
  state: z.enum(ORDER_STATES).optional(),
  /** Order number, or a part of the e-mail address. */
  query: z.string().trim().min(1).max(254).optional(),
})

export const adminOrdersRouter = router({
  list: staffProcedure
    .input(listSchema)
    .output(orderPageSchema)
    .query(({ ctx, input }) => ctx.services.orders.list(input)),

  byNumber: staffProcedure
    .input(z.strictObject({ number: z.string().min(1).max(20) }))
    .output(adminOrderSchema)
    .query(async ({ ctx, input }) => orThrow(await ctx.services.orders.forStaff(input.number))),

  cancel: staffProcedure
    .input(z.strictObject({ number: z.string().min(1).max(20) }))
    .output(orderViewSchema)
    .mutation(async ({ ctx, input }) =>
      orThrow(await ctx.services.cancellation.cancelForShop(input.number, ctx.origin)),
    ),
})
