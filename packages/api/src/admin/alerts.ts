import { acknowledgeAlertsSchema, alertFilterSchema, staffAlertSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'

/** `admin.alerts.*`: what somebody should look at, and that somebody has. */
export const staffAlertsRouter = router({
  counts: staffProcedure
    .output(z.object({ open: z.int(), critical: z.int() }))
    .query(({ ctx }) => ctx.services.staffAlerts.counts()),

  list: staffProcedure
    .input(alertFilterSchema)
    .output(z.array(staffAlertSchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.staffAlerts.list(input))]),

  acknowledge: staffProcedure
    .input(acknowledgeAlertsSchema)
    .output(z.object({ acknowledged: z.int() }))
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.staffAlerts.acknowledge(input, ctx.viewer.name))),
})
