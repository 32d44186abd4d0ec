import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'
import { heldReservationSchema, holdsInput, releaseInput } from './stock-schemas'

/** `admin.holds.*`: what is held now, by the database's clock, and the way to give it back. */
export const holdsRouter = router({
  list: staffProcedure
    .input(holdsInput)
    .output(z.object({ now: z.date(), rows: z.array(heldReservationSchema) }))
    .query(async ({ ctx, input }) => {
      const { now, rows } = await ctx.services.stockReader.holds(input)
      return { now, rows: rows.map(({ parts, ...hold }) => ({ ...hold, parts: [...parts] })) }
    }),

  release: staffProcedure
    .input(releaseInput)
    .output(z.object({ units: z.int() }))
    .mutation(async ({ ctx, input: { cartId, reservationId, variantId, reason } }) => {
      const holds = [{ reservationId, variantId }]
      const command = { kind: 'release', origin: ctx.origin, cartId, holds, reason: `staff:${reason}` } as const
      const { answer } = orThrow(await ctx.services.stock.execute(command))
      return { units: answer.reduce((sum, hold) => sum + hold.units, 0) }
    }),
})
