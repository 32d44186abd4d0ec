import {
  judgeInputSchema,
  liveProductCardSchema,
  pollAnswerInputSchema,
  pollViewSchema,
  quizAnswerInputSchema,
} from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, shopProcedure } from '../trpc'

const RECENT_MAX = 16

const recentInputSchema = z.strictObject({ exceptId: z.int().optional() })

/** What a shopper says of taste outright, and what was looked at before. */
export const tasteRouter = router({
  judge: shopProcedure
    .input(judgeInputSchema)
    .output(z.void())
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.behaviour.judge(ctx.ensurePerson(), input))),

  poll: shopProcedure
    .output(pollViewSchema.nullable())
    .query(async ({ ctx }) => (await ctx.services.behaviour.openPoll(ctx.person)) ?? null),

  answerPoll: shopProcedure
    .input(pollAnswerInputSchema)
    .output(z.object({ counted: z.boolean() }))
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.behaviour.answerPoll(ctx.ensurePerson(), input))),

  quiz: shopProcedure
    .input(z.strictObject({ seed: z.int().min(0).max(1_000_000) }))
    .output(z.array(liveProductCardSchema))
    .query(async ({ ctx, input }) => [
      ...(await ctx.services.catalog.cards(await ctx.services.behaviour.quizIds(input.seed))),
    ]),

  answerQuiz: shopProcedure
    .input(quizAnswerInputSchema)
    .output(z.void())
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.behaviour.answerQuiz(ctx.ensurePerson(), input))),

  recent: shopProcedure
    .input(recentInputSchema)
    .output(z.array(liveProductCardSchema))
    .query(async ({ ctx, input }) => {
      const profile = ctx.person && (await ctx.services.behaviour.profile(ctx.person))
      const opened = (profile?.recent ?? []).filter(({ productId }) => productId !== input.exceptId)
      const ids = [...new Set(opened.map(({ productId }) => productId))].slice(0, RECENT_MAX)
      return [...(await ctx.services.catalog.cards(ids))]
    }),
})
