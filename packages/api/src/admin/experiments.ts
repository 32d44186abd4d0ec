import { experimentDraftSchema, experimentReadingSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'
import { experimentSchema } from './recommendation-schemas'

const slugInput = z.strictObject({ slug: z.string().min(1).max(64) })

/** `admin.experiments.*`: designed, begun, read as often as one likes, ended. */
export const experimentsRouter = router({
  list: staffProcedure.output(z.array(experimentSchema)).query(async ({ ctx }) => {
    const { experiments } = await ctx.services.levers.read()
    return [...experiments]
  }),

  save: staffProcedure
    .input(experimentDraftSchema)
    .output(z.void())
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.levers.saveExperiment(input, ctx.origin.actor))),

  start: staffProcedure
    .input(slugInput)
    .output(z.void())
    .mutation(async ({ ctx, input }) =>
      orThrow(await ctx.services.levers.startExperiment(input.slug, ctx.origin.actor)),
    ),

  stop: staffProcedure
    .input(slugInput)
    .output(z.void())
    .mutation(async ({ ctx, input }) =>
      orThrow(await ctx.services.levers.stopExperiment(input.slug, ctx.origin.actor)),
    ),

  read: staffProcedure
    .input(slugInput)
    .output(experimentReadingSchema)
    .query(async ({ ctx, input }) => orThrow(await ctx.services.readExperiment(input.slug))),
})
