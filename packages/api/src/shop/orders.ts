import { orderCursorSchema, orderPageSchema, orderViewSchema } from '@selvedge/core'
import { tracked } from '@trpc/server'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, shopProcedure, signedInProcedure } from '../trpc'

/** `accessToken` is the secret of the order's link; a signed-in owner needs none. */
const orderLinkSchema = z.strictObject({
  number: z.string().min(1).max(20),
  accessToken: z.string().min(1).max(100).optional(),
})
/** The client of the stream gives the last position it has seen as `lastEventId` when it comes back. */
const watchSchema = orderLinkSchema.extend({ lastEventId: z.string().max(20).nullish() })

export const ordersRouter = router({
  mine: signedInProcedure
    .input(z.strictObject({ before: orderCursorSchema.optional(), limit: z.int().min(1).max(50).default(20) }))
    .output(orderPageSchema)
    .query(({ ctx, input }) => ctx.services.orders.mine(ctx.viewer.userId, input)),

  byNumber: shopProcedure
    .input(orderLinkSchema)
    .output(orderViewSchema)
    .query(async ({ ctx, input }) => {
      const asker = { userId: ctx.viewer?.userId, accessToken: input.accessToken }
      return orThrow(await ctx.services.orders.byNumber(input.number, asker))
    }),

  cancel: shopProcedure
    .input(orderLinkSchema)
    .output(orderViewSchema)
    .mutation(async ({ ctx, input }) => {
      const asker = { userId: ctx.viewer?.userId, accessToken: input.accessToken }
      return orThrow(await ctx.services.cancellation.cancel(input.number, asker, ctx.origin))
    }),

  keep: shopProcedure
    .input(orderLinkSchema)
    .output(orderViewSchema)
    .mutation(async ({ ctx, input }) => {
      const asker = { userId: ctx.viewer?.userId, accessToken: input.accessToken }
      return orThrow(await ctx.services.cancellation.keep(input.number, asker, ctx.origin))
    }),

  watch: shopProcedure.input(watchSchema).subscription(async function* ({ ctx, input, signal }) {
    const asker = { userId: ctx.viewer?.userId, accessToken: input.accessToken }
    const afterSeq = Math.max(0, Number.parseInt(input.lastEventId ?? '0', 10) || 0)
    const options = { afterSeq, signal: signal ?? new AbortController().signal }
    for await (const answer of ctx.services.orders.watch(input.number, asker, options)) {
      const order = orThrow(answer)
      yield tracked(String(order.timeline.at(-1)?.seq ?? 0), order)
    }
  }),
})
