import { allocationPolicySchema, placeSchema, triedPlanSchema, tryPlanSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { adminProcedure, router, staffProcedure } from '../trpc'

const channelPolicySchema = z.object({ code: z.string(), name: z.string(), policy: allocationPolicySchema })

/** `admin.allocation.*`: how each channel chooses where units come from, and what a policy would do now. */
export const allocationRouter = router({
  overview: staffProcedure
    .output(z.object({ channels: z.array(channelPolicySchema), places: z.array(placeSchema) }))
    .query(async ({ ctx }) => {
      const [channels, places] = await Promise.all([
        ctx.services.allocation.channels(),
        ctx.services.allocation.places(),
      ])
      return { channels: [...channels], places: [...places] }
    }),

  save: adminProcedure
    .input(z.strictObject({ channel: z.string().min(1).max(40), policy: allocationPolicySchema }))
    .output(allocationPolicySchema)
    .mutation(async ({ ctx, input }) => {
      const { policy, before } = orThrow(await ctx.services.allocation.save(ctx.origin, input.channel, input.policy))
      ctx.stoodBefore({ policy: before })
      return policy
    }),

  tryPlan: staffProcedure
    .input(tryPlanSchema)
    .output(triedPlanSchema)
    .query(async ({ ctx, input }) => orThrow(await ctx.services.allocation.tryPlan(input))),
})
