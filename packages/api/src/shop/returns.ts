import { changeReturnSchema, requestReturnSchema, returnableSchema, returnViewSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, shopProcedure } from '../trpc'

const orderLinkSchema = z.strictObject({
  number: z.string().min(1).max(20),
  accessToken: z.string().min(1).max(100).exactOptional(),
})

/** `shop.returns.*`: by whoever may see the order. */
export const returnsRouter = router({
  ofOrder: shopProcedure
    .input(orderLinkSchema)
    .output(returnableSchema)
    .query(async ({ ctx, input }) => {
      const asker = { userId: ctx.viewer?.userId, accessToken: input.accessToken }
      return orThrow(await ctx.services.returns.returnable(input.number, asker))
    }),

  request: shopProcedure
    .input(requestReturnSchema)
    .output(returnViewSchema)
    .mutation(async ({ ctx, input }) => {
      const asker = { userId: ctx.viewer?.userId, accessToken: input.accessToken }
      return orThrow(await ctx.services.returns.request(ctx.origin, asker, input))
    }),

  withdraw: shopProcedure
    .input(orderLinkSchema.extend(changeReturnSchema.shape))
    .output(returnViewSchema)
    .mutation(async ({ ctx, input: { number, accessToken, ...request } }) => {
      const asker = { userId: ctx.viewer?.userId, accessToken }
      return orThrow(await ctx.services.returns.withdraw(ctx.origin, asker, number, request))
    }),
})
