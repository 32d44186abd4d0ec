import { findCostsSchema, styleCostSchema, writeCostSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'

/** `admin.costs.*`: what makers are paid for a style, which shoppers are never told. */
export const costsRouter = router({
  list: staffProcedure
    .input(findCostsSchema)
    .output(z.array(styleCostSchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.styleCosts.list(input))]),

  write: staffProcedure
    .input(writeCostSchema)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      ctx.stoodBefore(orThrow(await ctx.services.styleCosts.write(input, ctx.origin.correlationId)))
    }),
})
