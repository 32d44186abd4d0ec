import {
  fulfilmentViewSchema,
  packParcelSchema,
  shipParcelSchema,
  shippingWorklistAskedSchema,
  shippingWorklistSchema,
  startParcelSchema,
} from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'

const parcelSchema = z.strictObject({ parcelId: z.uuid() })

/** `admin.parcels.*`: an order on its way out, picked, packed and sent per place. */
export const parcelsRouter = router({
  ofOrder: staffProcedure
    .input(z.strictObject({ number: z.string().min(1).max(20) }))
    .output(fulfilmentViewSchema)
    .query(async ({ ctx, input }) => orThrow(await ctx.services.fulfilment.ofOrder(input.number))),

  worklist: staffProcedure
    .input(shippingWorklistAskedSchema)
    .output(shippingWorklistSchema)
    .query(({ ctx, input }) => ctx.services.fulfilment.worklist(input)),

  start: staffProcedure
    .input(startParcelSchema)
    .output(fulfilmentViewSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.fulfilment.start(input, ctx.origin))),

  pack: staffProcedure
    .input(packParcelSchema)
    .output(fulfilmentViewSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.fulfilment.pack(input, ctx.origin))),

  ship: staffProcedure
    .input(shipParcelSchema)
    .output(fulfilmentViewSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.fulfilment.ship(input, ctx.origin))),

  putBack: staffProcedure
    .input(parcelSchema)
    .output(fulfilmentViewSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.fulfilment.putBack(input.parcelId, ctx.origin))),

  deliver: staffProcedure
    .input(parcelSchema)
    .output(fulfilmentViewSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.fulfilment.deliver(input.parcelId, ctx.origin))),
})
