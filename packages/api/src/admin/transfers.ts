import {
  changeTransferSchema,
  createTransferSchema,
  receiveTransferSchema,
  reject,
  TRANSFER_STATES,
  transferSummarySchema,
  transferViewSchema,
} from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'
import { idSchema } from './stock-schemas'

const versionSchema = z.object({ version: z.int() })

/** `admin.transfers.*`: units on their way between two places. */
export const transfersRouter = router({
  list: staffProcedure
    .input(
      z.strictObject({
        state: z.enum(TRANSFER_STATES).exactOptional(),
        beforeId: idSchema.exactOptional(),
        limit: z.int().min(1).max(100),
      }),
    )
    .output(z.array(transferSummarySchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.transfers.list(input))]),

  byId: staffProcedure
    .input(z.strictObject({ transferId: idSchema }))
    .output(transferViewSchema)
    .query(async ({ ctx, input: { transferId } }) => {
      const view = await ctx.services.transfers.view(transferId)
      return view ?? orThrow(reject({ code: 'TRANSFER_NOT_FOUND', transferId }))
    }),

  create: staffProcedure
    .input(createTransferSchema)
    .output(z.object({ transferId: z.int() }))
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.transfers.create(ctx.origin, input))),

  cancel: staffProcedure
    .input(changeTransferSchema)
    .output(versionSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.transfers.cancel(ctx.origin, input))),

  dispatch: staffProcedure
    .input(changeTransferSchema)
    .output(versionSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.transfers.dispatch(ctx.origin, input))),

  receive: staffProcedure
    .input(receiveTransferSchema)
    .output(versionSchema.extend({ closed: z.boolean() }))
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.transfers.receive(ctx.origin, input))),
})
