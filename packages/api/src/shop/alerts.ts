import {
  alertIdInputSchema,
  alertOfferSchema,
  alertSuggestionSchema,
  alertViewSchema,
  priceAlertInputSchema,
  stockAlertInputSchema,
  stopAlertsInputSchema,
} from '@selvedge/core'
import { z } from 'zod'
import type { Context } from '../context'
import { orThrow } from '../reject'
import { router, shopProcedure } from '../trpc'

/** Who is signed in is written to at the account's own address, whatever the form says. */
const askerOf = (ctx: Context, email: string | undefined) => ({
  person: ctx.ensurePerson(),
  userId: ctx.viewer?.userId,
  email: ctx.viewer?.email ?? email,
})

/** What a shopper asked to be told. */
export const alertsRouter = router({
  mine: shopProcedure
    .output(z.array(alertViewSchema))
    .query(async ({ ctx }) => [...(await ctx.services.behaviour.alerts(ctx.person))]),

  /** What the shopper may want to ask for; asked for is only what they press. */
  suggested: shopProcedure
    .output(z.array(alertSuggestionSchema))
    .query(async ({ ctx }) => [...(await ctx.services.alertSuggestions.ofLooks(ctx.person))]),

  /** The same of the piece that the shopper looks at. */
  offered: shopProcedure
    .input(priceAlertInputSchema.pick({ productId: true }))
    .output(alertOfferSchema.nullable())
    .query(
      async ({ ctx, input }) => (await ctx.services.alertSuggestions.ofPiece(ctx.person, input.productId)) ?? null,
    ),

  stock: shopProcedure
    .input(stockAlertInputSchema)
    .output(z.void())
    .mutation(async ({ ctx, input: { sku, email } }) =>
      orThrow(await ctx.services.behaviour.askForStock(askerOf(ctx, email), { sku })),
    ),

  price: shopProcedure
    .input(priceAlertInputSchema)
    .output(z.void())
    .mutation(async ({ ctx, input: { productId, email } }) =>
      orThrow(await ctx.services.behaviour.askForPrice(askerOf(ctx, email), { productId })),
    ),

  stop: shopProcedure
    .input(stopAlertsInputSchema)
    .output(z.object({ withdrawn: z.int() }))
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.behaviour.stopAlerts(input))),

  withdraw: shopProcedure
    .input(alertIdInputSchema)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      if (ctx.person) await ctx.services.behaviour.withdrawAlert(ctx.person, input.alertId)
    }),
})
