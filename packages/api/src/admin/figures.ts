import { z } from 'zod'
import { router, staffProcedure } from '../trpc'

const figuresSchema = z.object({
  heldUnits: z.int(),
  holds: z.int(),
  availableUnits: z.int(),
  soldOutSkus: z.int(),
  lowSkus: z.int(),
  ledgerEntries24h: z.int(),
  sales24h: z.array(z.object({ currency: z.string(), orders: z.int(), revenueMinor: z.int() })),
})

/** `admin.figures.now`: counted by the database at this moment. */
export const figuresRouter = router({
  now: staffProcedure.output(figuresSchema).query(async ({ ctx }) => {
    const figures = await ctx.services.stockReader.figures()
    return { ...figures, sales24h: [...figures.sales24h] }
  }),
})
