import {
  addToBagSchema,
  bagLineIdSchema,
  bagViewSchema,
  type Shopper,
  setQuantitySchema,
  takeAgainSchema,
} from '@selvedge/core'
import type { Context } from '../context'
import { orThrow } from '../reject'
import { router, shopProcedure } from '../trpc'

/** Who shapes the bag. The bag is the browser's own, from its signed cookie; no input can name another. */
const shopper = (ctx: Context): Shopper => {
  const isFresh = ctx.cartId === undefined
  return {
    cartId: ctx.ensureCartId(),
    isFresh,
    userId: ctx.viewer?.userId,
    addressKey: ctx.addressKey,
    origin: ctx.origin,
  }
}

export const bagRouter = router({
  get: shopProcedure.output(bagViewSchema).query(({ ctx }) => ctx.services.bag.get(ctx.cartId)),

  add: shopProcedure
    .input(addToBagSchema)
    .output(bagViewSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.bag.add(shopper(ctx), input))),

  setQuantity: shopProcedure
    .input(setQuantitySchema)
    .output(bagViewSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.bag.setQuantity(shopper(ctx), input))),

  remove: shopProcedure
    .input(bagLineIdSchema)
    .output(bagViewSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.bag.remove(shopper(ctx), input))),

  extend: shopProcedure
    .input(bagLineIdSchema)
    .output(bagViewSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.bag.extend(shopper(ctx), input))),

  takeAgain: shopProcedure
    .input(takeAgainSchema)
    .output(bagViewSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.bag.takeAgain(shopper(ctx), input))),
})
