import {
  decideReturnSchema,
  inspectReturnSchema,
  RETURN_STATES,
  receiveReturnSchema,
  returnSummarySchema,
  staffReturnSchema,
} from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'
import { idSchema } from './stock-schemas'

/** `admin.returns.*`: the returns desk. */
export const staffReturnsRouter = router({
  list: staffProcedure
    .input(
      z.strictObject({
        state: z.enum(RETURN_STATES).exactOptional(),
        beforeId: idSchema.exactOptional(),
        limit: z.int().min(1).max(100),
      }),
    )
    .output(z.array(returnSummarySchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.returns.list(input))]),

  byId: staffProcedure
    .input(z.strictObject({ returnId: idSchema }))
    .output(staffReturnSchema)
    .query(async ({ ctx, input }) => orThrow(await ctx.services.returns.view(input.returnId))),

  decide: staffProcedure
    .input(decideReturnSchema)
    .output(staffReturnSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.returns.decide(ctx.origin, input))),

  receive: staffProcedure
    .input(receiveReturnSchema)
    .output(staffReturnSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.returns.receive(ctx.origin, input))),

  inspect: staffProcedure
    .input(inspectReturnSchema)
    .output(staffReturnSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.returns.inspect(ctx.origin, input))),
})
