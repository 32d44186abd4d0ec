import { liveProductCardSchema, saveInputSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, shopProcedure } from '../trpc'

/** The saved list of this browser or account. */
export const savedRouter = router({
  ids: shopProcedure
    .output(z.array(z.int()))
    .query(async ({ ctx }) => [...(await ctx.services.behaviour.savedIds(ctx.person))]),

  cards: shopProcedure.output(z.array(liveProductCardSchema)).query(async ({ ctx }) => {
    const ids = await ctx.services.behaviour.savedIds(ctx.person)
    return [...(await ctx.services.catalog.cards(ids))]
  }),

  set: shopProcedure
    .input(saveInputSchema)
    .output(z.void())
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.behaviour.setSaved(ctx.ensurePerson(), input))),
})
