import { z } from 'zod'
import { router, staffProcedure } from '../trpc'

const PAGE = 50

const staffActionSchema = z.object({
  id: z.int(),
  askedAt: z.date(),
  actor: z.string(),
  actorName: z.string().optional(),
  procedure: z.string(),
  input: z.unknown(),
  correlationId: z.string(),
  outcome: z.string().optional(),
  before: z.unknown().optional(),
})

/** `admin.audit.*`: who changed what, newest first. */
export const auditRouter = router({
  list: staffProcedure
    .input(
      z.strictObject({
        cursor: z.int().min(1).optional(),
        find: z.string().trim().max(100).optional(),
        // Said by the client of an endless list.
        direction: z.literal('forward').exactOptional(),
      }),
    )
    .output(z.object({ actions: z.array(staffActionSchema), nextCursor: z.int().optional() }))
    .query(async ({ ctx, input: { cursor, find } }) => {
      const found = await ctx.services.audit.list({
        limit: PAGE + 1,
        ...(cursor === undefined ? {} : { beforeId: cursor }),
        ...(find ? { find } : {}),
      })
      const actions = found.slice(0, PAGE)
      const last = actions.at(-1)
      return { actions, ...(found.length > PAGE && last ? { nextCursor: last.id } : {}) }
    }),
})
