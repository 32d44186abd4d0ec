import {
  PAGES,
  PLACEMENTS,
  pageDraftSchema,
  pageSchema,
  placementPlanSchema,
  placementSchema,
  railsOf,
} from '@selvedge/core'
import { z } from 'zod'
import { router, staffProcedure } from '../trpc'
import { pageRowSchema, planRowSchema } from './recommendation-schemas'

/** `admin.placements.*`: from which sources a placement chooses, how its answer is composed, and what stands where on a page. */
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

  pages: staffProcedure.output(z.array(pageRowSchema)).query(async ({ ctx }) => {
    const { pages } = await ctx.services.levers.read()
    return PAGES.map((page) => ({
      page,
      rails: [...railsOf(page, pages[page])],
      isHouse: pages[page] === undefined,
    }))
  }),

  savePage: staffProcedure
    .input(pageDraftSchema)
    .output(z.void())
    .mutation(({ ctx, input: { page, rails } }) => ctx.services.levers.savePage(page, rails, ctx.origin.actor)),

  resetPage: staffProcedure
    .input(z.strictObject({ page: pageSchema }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.levers.resetPage(input.page)),
})
