import {
  cancelCountSchema,
  countLineSchema,
  countLineViewSchema,
  countSummarySchema,
  countViewSchema,
  openCountSchema,
  postCountSchema,
  reject,
} from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'
import { happenedAtSchema } from './happened-at'
import { idSchema } from './stock-schemas'

/** `admin.counts.*`: blind cycle counts, recounts and their posting. */
export const countsRouter = router({
  list: staffProcedure
    .input(z.strictObject({ beforeId: idSchema.exactOptional(), limit: z.int().min(1).max(100) }))
    .output(z.array(countSummarySchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.counts.list(input))]),

  byId: staffProcedure
    .input(z.strictObject({ countId: idSchema }))
    .output(countViewSchema)
    .query(async ({ ctx, input: { countId } }) => {
      const view = await ctx.services.counts.view(countId)
      return view ?? orThrow(reject({ code: 'COUNT_NOT_FOUND', countId }))
    }),

  open: staffProcedure
    .input(openCountSchema)
    .output(z.object({ countId: z.int() }))
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.counts.open(ctx.origin, input))),

  look: staffProcedure
    .input(countLineSchema.extend({ happenedAt: happenedAtSchema }))
    .output(countLineViewSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.counts.look(ctx.origin, input))),

  post: staffProcedure
    .input(postCountSchema)
    .output(z.object({ version: z.int(), difference: z.int(), skipped: z.int() }))
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.counts.post(ctx.origin, input))),

  cancel: staffProcedure
    .input(cancelCountSchema)
    .output(z.object({ version: z.int() }))
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.counts.cancel(ctx.origin, input))),
})
