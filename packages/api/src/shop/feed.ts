import { feedAnswerSchema, feedInputSchema, pageSchema, railInputSchema, shownRailSchema } from '@selvedge/core'
import { z } from 'zod'
import type { Context } from '../context'
import { personOf } from '../person-of'
import { shopProcedure } from '../trpc'

const sentTo = ({ country }: Context) => (country === undefined ? {} : { country })

/** What is chosen for the shopper: `shop.feed` on a page of its own, `shop.rail` beside a product, `shop.pageRails` which stand where. */
export const feedProcedures = {
  feed: shopProcedure
    .input(feedInputSchema)
    .output(feedAnswerSchema)
    .query(({ ctx, input: { length, present, landing } }) =>
      ctx.services.feed.answer({
        placement: 'for-you',
        person: personOf(ctx),
        ...sentTo(ctx),
        ...(landing === undefined ? {} : { landing }),
        length,
        present,
      }),
    ),
  rail: shopProcedure
    .input(railInputSchema)
    .output(feedAnswerSchema)
    .query(({ ctx, input: { placement, productId, length, present } }) =>
      ctx.services.feed.answer({
        placement,
        person: personOf(ctx),
        ...sentTo(ctx),
        anchorId: productId,
        length,
        present,
      }),
    ),
  pageRails: shopProcedure
    .input(z.strictObject({ page: pageSchema }))
    .output(z.array(shownRailSchema))
    .query(({ ctx, input }) => [...ctx.services.pageRails(input.page)]),
}
