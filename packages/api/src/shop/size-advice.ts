import { bodyAnswerSchema, sizeAdviceSchema } from '@selvedge/core'
import { z } from 'zod'
import { router, shopProcedure } from '../trpc'

/** Which size to take, and what a shopper tells so that it can be said. */
export const sizeAdviceRouter = router({
  ofProduct: shopProcedure
    .input(z.strictObject({ productId: z.int().positive() }))
    .output(sizeAdviceSchema)
    .query(({ ctx, input }) => ctx.services.sizeAdvice.advise(input.productId, ctx.person)),

  told: shopProcedure
    .output(bodyAnswerSchema.nullable())
    .query(async ({ ctx }) => (ctx.person ? ((await ctx.services.sizeAdvice.told(ctx.person)) ?? null) : null)),

  tell: shopProcedure
    .input(bodyAnswerSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.sizeAdvice.tell(ctx.ensurePerson(), input)),

  forget: shopProcedure.output(z.void()).mutation(async ({ ctx }) => {
    if (ctx.person) await ctx.services.sizeAdvice.forget(ctx.person)
  }),
})
