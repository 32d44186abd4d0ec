import { SYNC_CONFLICTS } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { adminProcedure, router, staffProcedure } from '../trpc'

const sourceSchema = z.object({
  id: z.string(),
  name: z.string(),
  keyId: z.string(),
  locationId: z.int().exactOptional(),
  locationCode: z.string().exactOptional(),
  createdAt: z.date(),
  revokedAt: z.date().exactOptional(),
  lastSeenAt: z.date().exactOptional(),
  lastLagMs: z.number().exactOptional(),
  lastSkewMs: z.number().exactOptional(),
  expectedEveryMinutes: z.int(),
  batches: z.int(),
  messages: z.int(),
  openConflicts: z.int(),
  missingMessages: z.int(),
})
const conflictSchema = z.object({
  id: z.string(),
  kind: z.enum(SYNC_CONFLICTS),
  sourceName: z.string(),
  batchId: z.string(),
  line: z.int().exactOptional(),
  sku: z.string().exactOptional(),
  location: z.string().exactOptional(),
  recordId: z.int().exactOptional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.date(),
  resolvedAt: z.date().exactOptional(),
})
const freshKeySchema = z.object({ sourceId: z.string(), keyId: z.string(), secret: z.string() })
const idInput = z.strictObject({ sourceId: z.uuid() })
const conflictId = z.string().regex(/^\d{1,18}$/)

/** `admin.sources.*`: tills, shops' systems and suppliers that tell us of stock, and what did not fit. */
export const sourcesRouter = router({
  list: staffProcedure.output(z.array(sourceSchema)).query(async ({ ctx }) => [...(await ctx.services.sources.list())]),

  /** The secret is in this answer and nowhere else. */
  create: adminProcedure
    .input(
      z.strictObject({
        name: z.string().trim().min(1).max(60),
        location: z.string().min(1).max(32).exactOptional(),
        expectedEveryMinutes: z.int().min(1).max(43_200),
      }),
    )
    .output(freshKeySchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.sources.create(input, ctx.origin))),

  rotate: adminProcedure
    .input(idInput)
    .output(freshKeySchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.sources.rotate(input.sourceId))),

  revoke: adminProcedure
    .input(idInput)
    .output(z.object({ sourceId: z.string() }))
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.sources.revoke(input.sourceId))),

  conflicts: staffProcedure
    .input(
      z.strictObject({
        open: z.boolean(),
        cursor: conflictId.exactOptional(),
        limit: z.int().min(1).max(100),
        // The browser's query client says with every page which way it reads; there is one way here.
        direction: z.literal('forward').exactOptional(),
      }),
    )
    .output(z.object({ rows: z.array(conflictSchema), nextBefore: z.string().nullable() }))
    .query(async ({ ctx, input: { cursor, open, limit } }) => {
      const page = await ctx.services.sources.conflicts({
        open,
        limit,
        ...(cursor === undefined ? {} : { before: cursor }),
      })
      const rows = page.map((row) => ({ ...row, facts: { ...row.facts } }))
      return { rows, nextBefore: rows.length === limit ? (rows.at(-1)?.id ?? null) : null }
    }),

  resolve: staffProcedure
    .input(z.strictObject({ conflictId }))
    .output(z.object({ resolved: z.boolean() }))
    .mutation(async ({ ctx, input }) => ({
      resolved: await ctx.services.sources.resolve(input.conflictId, ctx.origin),
    })),
})
