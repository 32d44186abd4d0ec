import { feedFigureSchema, modelVersionSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'

/** `admin.models.*`: every trained version, the switch between them, and what came of what they showed. */
export const modelsRouter = router({
  list: staffProcedure
    .output(z.array(modelVersionSchema))
    .query(async ({ ctx }) => [...(await ctx.services.models.list())]),

  promote: staffProcedure
    .input(z.strictObject({ name: z.string().min(1).max(80), version: z.string().min(1).max(120) }))
    .output(z.void())
    .mutation(async ({ ctx, input: { name, version } }) => orThrow(await ctx.services.models.promote(name, version))),

  /** Asks the worker to train now; running shops pick the result up by themselves. */
  train: staffProcedure.output(z.void()).mutation(({ ctx }) => ctx.services.askForTraining(ctx.origin)),

  figures: staffProcedure
    .input(z.strictObject({ days: z.int().min(1).max(90).default(14) }))
    .output(z.array(feedFigureSchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.feedFigures.since(input.days))]),
})
