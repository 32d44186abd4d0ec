import { feedFigureSchema, modelVersionSchema, reject, worseFigures } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'

/** `admin.models.*`: every trained version, the switch between them, and what came of what they showed. */
export const modelsRouter = router({
  list: staffProcedure
    .output(z.array(modelVersionSchema))
    .query(async ({ ctx }) => [...(await ctx.services.models.list())]),

  promote: staffProcedure
    .input(
      z.strictObject({
        name: z.string().min(1).max(80),
        version: z.string().min(1).max(120),
        /** Said by who was told that it foretold less well than the version that answers. */
        evenIfWorse: z.boolean().default(false),
      }),
    )
    .output(z.void())
    .mutation(async ({ ctx, input: { name, version, evenIfWorse } }) => {
      const { models } = ctx.services
      const known = evenIfWorse ? [] : (await models.list()).filter((model) => model.name === name)
      const active = known.find(({ isActive }) => isActive)
      const figures = worseFigures(
        known.find((model) => model.version === version)?.metrics ?? {},
        active?.metrics ?? {},
      )
      if (active && figures.length > 0) {
        return orThrow(reject({ code: 'MODEL_WORSE', name, version, than: active.version, figures }))
      }
      return orThrow(await models.promote(name, version))
    }),

  /** Asks the worker to train now; running shops pick the result up by themselves. */
  train: staffProcedure.output(z.void()).mutation(({ ctx }) => ctx.services.askForTraining(ctx.origin)),

  figures: staffProcedure
    .input(z.strictObject({ days: z.int().min(1).max(90).default(14) }))
    .output(z.array(feedFigureSchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.feedFigures.since(input.days))]),
})
