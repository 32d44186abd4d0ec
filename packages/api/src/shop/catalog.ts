import {
  cardPricesSchema,
  homeViewSchema,
  listingAnswerSchema,
  listingQuerySchema,
  productCardSchema,
  productInputSchema,
  productViewSchema,
  suggestInputSchema,
  variantStockInputSchema,
  variantStockSchema,
} from '@selvedge/core'
import { z } from 'zod'
import { personOf } from '../person-of'
import { orThrow } from '../reject'
import { shopProcedure } from '../trpc'

/** The shop window: `shop.home`, `shop.listing`, `shop.product`, `shop.suggest`. One call answers one screen. */
export const catalogProcedures = {
  home: shopProcedure.output(homeViewSchema).query(({ ctx }) => ctx.services.catalog.home()),
  listing: shopProcedure
    .input(listingQuerySchema)
    .output(listingAnswerSchema)
    .query(({ ctx, input }) =>
      input.sort === 'for-you'
        ? ctx.services.personalListing(input, personOf(ctx), ctx.country)
        : ctx.services.catalog.listing(input),
    ),
  product: shopProcedure
    .input(productInputSchema)
    .output(productViewSchema)
    .query(async ({ ctx, input }) => orThrow(await ctx.services.catalog.product(input.slug))),
  suggest: shopProcedure
    .input(suggestInputSchema)
    .output(z.array(productCardSchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.catalog.suggest(input.text))]),
  /** What cards on an open page cost now: `shop.cardPrices`, asked when prices moved. */
  cardPrices: shopProcedure
    .input(variantStockInputSchema)
    .output(cardPricesSchema)
    .query(async ({ ctx, input }) => [...(await ctx.services.catalog.cardPrices(input.productIds))]),
  /** What the cards on a screen follow live: `shop.variantStock`. */
  variantStock: shopProcedure
    .input(variantStockInputSchema)
    .output(variantStockSchema)
    .query(({ ctx, input }) => ctx.services.catalog.variantStock(input.productIds)),
}
