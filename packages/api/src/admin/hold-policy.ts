import { holdPolicySchema, saveHoldPolicySchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { adminProcedure, router, staffProcedure } from '../trpc'

/** `admin.holdPolicy.*`: how long and how much each channel holds for a shopper. */
export const holdPolicyRouter = router({
  channels: staffProcedure
    .output(z.array(z.object({ code: z.string(), name: z.string(), policy: holdPolicySchema })))
    .query(async ({ ctx }) => [...(await ctx.services.holdPolicies.channels())]),

  save: adminProcedure
    .input(saveHoldPolicySchema)
    .output(z.object({ channel: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const { before } = orThrow(await ctx.services.holdPolicies.save(input))
      ctx.stoodBefore({ policy: before })
      return { channel: input.channel }
    }),
})
