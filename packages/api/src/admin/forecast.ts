import {
  forecastAskSchema,
  forecastDetailSchema,
  forecastRowSchema,
  reject,
  suggestedOrderSchema,
} from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'

/** `admin.forecast.*`: what will be asked for, how long the shelf lasts, and what to order. */
export const forecastRouter = router({
  list: staffProcedure
    .input(forecastAskSchema)
    .output(z.array(forecastRowSchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.planning.list(input))]),

  detail: staffProcedure
    .input(z.strictObject({ sku: z.string().min(1).max(64) }))
    .output(forecastDetailSchema)
    .query(async ({ ctx, input: { sku } }) => {
      const detail = await ctx.services.planning.detail(sku)
      return detail ?? orThrow(reject({ code: 'FORECAST_NOT_FOUND', sku }))
    }),

  suggestions: staffProcedure
    .output(z.array(suggestedOrderSchema))
    .query(async ({ ctx }) => [...(await ctx.services.planning.suggestions())]),

  draftSuggested: staffProcedure
    .input(z.strictObject({ supplierId: z.int().min(1).max(2_147_483_647) }))
    .output(z.object({ number: z.string() }))
    .mutation(async ({ ctx, input }) =>
      orThrow(await ctx.services.planning.draftSuggested(input.supplierId, ctx.origin)),
    ),
})
