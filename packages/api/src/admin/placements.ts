import { PLACEMENTS, placementPlanSchema, placementSchema } from '@selvedge/core'
import { z } from 'zod'
import { router, staffProcedure } from '../trpc'
import { planRowSchema } from './recommendation-schemas'

/** `admin.placements.*`: from which sources a placement chooses, and how its answer is composed. */
export const placementsRouter = router({
  list: staffProcedure.output(z.array(planRowSchema)).query(async ({ ctx }) => {
    const { plans } = await ctx.services.levers.read()
    return PLACEMENTS.map((placement) => ({
      placement,
      plan: plans[placement] ?? ctx.services.housePlans[placement],
      isHouse: plans[placement] === undefined,
    }))
  }),

  save: staffProcedure
    .input(z.strictObject({ placement: placementSchema, plan: placementPlanSchema }))
    .output(z.void())
    .mutation(({ ctx, input: { placement, plan } }) => ctx.services.levers.savePlan(placement, plan, ctx.origin.actor)),

  reset: staffProcedure
    .input(z.strictObject({ placement: placementSchema }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.levers.resetPlan(input.placement)),
})
