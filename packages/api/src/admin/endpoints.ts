import { z } from 'zod'
import { orThrow } from '../reject'
import { adminProcedure, router, staffProcedure } from '../trpc'

const endpointSchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  locationId: z.int().exactOptional(),
  locationCode: z.string().exactOptional(),
  state: z.enum(['active', 'disabled']),
  disabledReason: z.string().exactOptional(),
  createdAt: z.date(),
  failures: z.int(),
  nextAttemptAt: z.date().exactOptional(),
  lastDeliveredAt: z.date().exactOptional(),
  lastError: z.string().exactOptional(),
  pending: z.int(),
  delivered24h: z.int(),
})
const attemptSchema = z.object({
  id: z.string(),
  at: z.date(),
  changes: z.int(),
  firstSeq: z.string(),
  lastSeq: z.string(),
  tookMs: z.int(),
  status: z.int().exactOptional(),
  error: z.string().exactOptional(),
})
const idInput = z.strictObject({ endpointId: z.uuid() })
const doneSchema = z.object({ endpointId: z.string() })
const freshSchema = z.object({ endpointId: z.string(), secret: z.string() })

/** `admin.endpoints.*`: who outside is told of stock changes, and how the deliveries go. */
export const endpointsRouter = router({
  list: staffProcedure
    .output(z.array(endpointSchema))
    .query(async ({ ctx }) => [...(await ctx.services.endpoints.list())]),

  attempts: staffProcedure
    .input(idInput)
    .output(z.array(attemptSchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.endpoints.attempts(input.endpointId))]),

  create: adminProcedure
    .input(
      z.strictObject({
        name: z.string().trim().min(1).max(60),
        url: z.string().trim().min(1).max(500),
        location: z.string().min(1).max(32).exactOptional(),
      }),
    )
    .output(freshSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.endpoints.create(input, ctx.origin))),

  rotate: adminProcedure
    .input(idInput)
    .output(freshSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.endpoints.rotate(input.endpointId))),

  setState: adminProcedure
    .input(idInput.extend({ state: z.enum(['active', 'disabled']) }))
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.endpoints.setState(input.endpointId, input.state))),

  retryNow: staffProcedure
    .input(idInput)
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.endpoints.retryNow(input.endpointId))),

  remove: adminProcedure
    .input(idInput)
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.endpoints.remove(input.endpointId))),
})
