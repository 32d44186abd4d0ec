import { inspectInputSchema, inspectionSchema, servedRowSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'

/** `admin.inspector.*`: why an answer is as it is, and the answers that were given. */
export const inspectorRouter = router({
  inspect: staffProcedure
    .input(inspectInputSchema)
    .output(inspectionSchema)
    .query(async ({ ctx, input }) => orThrow(await ctx.services.inspector.inspect(input))),

  served: staffProcedure
    .input(z.strictObject({ person: z.string().max(80).optional(), limit: z.int().min(1).max(100).default(30) }))
    .output(z.array(servedRowSchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.served.recent(input))]),
})
