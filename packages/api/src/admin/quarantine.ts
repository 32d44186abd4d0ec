import { qualityMoveSchema, quarantineRowSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'
import { idSchema, stockStateSchema } from './stock-schemas'

/** `admin.quarantine.*`: pieces that are there and not for sale, and what becomes of them. */
export const quarantineRouter = router({
  list: staffProcedure
    .input(z.strictObject({ afterRecordId: idSchema.exactOptional(), limit: z.int().min(1).max(200) }))
    .output(z.array(quarantineRowSchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.quarantine.list(input))]),

  move: staffProcedure
    .input(qualityMoveSchema)
    .output(stockStateSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.quarantine.move(ctx.origin, input))),
})
