import { pollDraftSchema, pollResultSchema, pollValuesSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'

const pollIdInput = z.strictObject({ pollId: z.string().min(1).max(40) })

/** `admin.polls.*`: questions to shoppers, what they answered, and what an answer stands for. */
export const pollsRouter = router({
  list: staffProcedure
    .output(z.array(pollResultSchema))
    .query(async ({ ctx }) => [...(await ctx.services.polls.list())]),

  values: staffProcedure.output(pollValuesSchema).query(({ ctx }) => ctx.services.polls.values()),

  create: staffProcedure
    .input(pollDraftSchema)
    .output(z.void())
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.polls.create(input))),

  change: staffProcedure
    .input(pollDraftSchema)
    .output(z.void())
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.polls.change(input))),

  open: staffProcedure
    .input(pollIdInput)
    .output(z.void())
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.polls.setOpen(input.pollId, true))),

  close: staffProcedure
    .input(pollIdInput)
    .output(z.void())
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.polls.setOpen(input.pollId, false))),
})
