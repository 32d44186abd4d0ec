import { markdownPreviewSchema, markdownViewSchema, planMarkdownSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'

/** `admin.promotions.*`: markdowns planned, looked at before they count, and ended. */
export const promotionsRouter = router({
  list: staffProcedure
    .output(z.array(markdownViewSchema))
    .query(async ({ ctx }) => [...(await ctx.services.markdowns.list())]),

  collections: staffProcedure
    .output(z.array(z.object({ slug: z.string(), title: z.string() })))
    .query(async ({ ctx }) => [...(await ctx.services.markdowns.collections())]),

  preview: staffProcedure
    .input(planMarkdownSchema)
    .output(markdownPreviewSchema)
    .query(async ({ ctx, input }) => orThrow(await ctx.services.markdowns.preview(input))),

  plan: staffProcedure
    .input(planMarkdownSchema)
    .output(markdownViewSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.markdowns.plan(input, ctx.origin.actor))),

  end: staffProcedure
    .input(z.strictObject({ id: z.int().min(1) }))
    .output(markdownViewSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.markdowns.end(input.id))),
})
