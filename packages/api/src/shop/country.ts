import { countrySchema } from '@selvedge/core'
import { z } from 'zod'
import { router, shopProcedure } from '../trpc'

/** Where parcels go. The browser keeps it for guests; of who is signed in it is kept with the account too. */
export const countryRouter = router({
  choose: shopProcedure
    .input(z.strictObject({ country: countrySchema.nullable() }))
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      if (ctx.viewer) await ctx.services.accountCountry.keep(ctx.viewer.userId, input.country ?? undefined)
    }),
})
