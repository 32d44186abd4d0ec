import { inspectInputSchema, inspectionSchema, ruleDraftSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'
import { ruleSchema } from './recommendation-schemas'

const ruleId = z.strictObject({ id: z.uuid() })

/** `admin.rules.*`: pin, boost, bury, exclude, cap; each can be seen before it is saved. */
export const rulesRouter = router({
  list: staffProcedure.output(z.array(ruleSchema)).query(async ({ ctx }) => {
    const { rules } = await ctx.services.levers.read()
    return [...rules]
  }),

  save: staffProcedure
    .input(z.strictObject({ id: z.uuid(), rule: ruleDraftSchema }))
    .output(z.void())
    .mutation(({ ctx, input: { id, rule } }) => ctx.services.levers.saveRule(id, rule, ctx.origin.actor)),

  remove: staffProcedure
    .input(ruleId)
    .output(z.void())
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.levers.removeRule(input.id))),

  compare: staffProcedure
    .input(z.strictObject({ id: z.uuid(), rule: ruleDraftSchema, ask: inspectInputSchema }))
    .output(z.object({ before: inspectionSchema, after: inspectionSchema }))
    .query(async ({ ctx, input: { id, rule, ask } }) => orThrow(await ctx.services.inspector.compare(ask, rule, id))),
})
