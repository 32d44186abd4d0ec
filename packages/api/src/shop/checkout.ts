import { placedOrderSchema, placeOrderSchema, quoteSchema, shippingMethodSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, shopProcedure } from '../trpc'

export const checkoutRouter = router({
  quote: shopProcedure
    .input(z.strictObject({ shippingMethod: shippingMethodSchema }))
    .output(quoteSchema)
    .query(async ({ ctx, input }) => orThrow(await ctx.services.checkout.quote(ctx.cartId, input.shippingMethod))),

  /**
   * Prices, currency and tax are the server's; the input has only the total that the shopper saw. An order that waits
   * for its bank comes back as payment_pending: the bag is kept until it is decided.
   */
  place: shopProcedure
    .input(placeOrderSchema)
    .output(placedOrderSchema)
    .mutation(async ({ ctx, input }) => {
      const placer = { cartId: ctx.cartId, userId: ctx.viewer?.userId, origin: ctx.origin }
      const placed = orThrow(await ctx.services.checkout.place(placer, input))
      if (placed.order.state === 'confirmed') ctx.forgetCart()
      return placed
    }),
})
