import { noticeViewSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, shopProcedure, signedInProcedure } from '../trpc'

const orderLinkSchema = z.strictObject({
  number: z.string().min(1).max(20),
  accessToken: z.string().min(1).max(100).exactOptional(),
})

/** `shop.notices.*`: what the shop has told a buyer. */
export const noticesRouter = router({
  ofOrder: shopProcedure
    .input(orderLinkSchema)
    .output(z.array(noticeViewSchema))
    .query(async ({ ctx, input }) => {
      const asker = { userId: ctx.viewer?.userId, accessToken: input.accessToken }
      return [...orThrow(await ctx.services.notices.ofOrder(input.number, asker))]
    }),

  mine: signedInProcedure
    .input(z.strictObject({ limit: z.int().min(1).max(50).default(10) }))
    .output(z.array(noticeViewSchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.notices.ofUser(ctx.viewer.userId, input.limit))]),
})
