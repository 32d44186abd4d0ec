import { z } from 'zod'
import { orThrow } from '../reject'
import { adminProcedure, router, staffProcedure } from '../trpc'

const locationIdSchema = z.int().min(1).max(2_147_483_647)

const safetyPlaceSchema = z.object({
  locationId: locationIdSchema,
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  units: z.int(),
  staleAfterMinutes: z.int().optional(),
  records: z.int(),
  overrides: z.int(),
  stale: z.int(),
  lastReportAt: z.date().optional(),
})

const safetyRuleSchema = z.strictObject({
  locationId: locationIdSchema,
  units: z.int().min(0).max(1_000),
  staleAfterMinutes: z.int().min(5).max(525_600).optional(),
})

/** `admin.safety.*`: what each place keeps from online sale, and how old a supplier's report may be. */
export const safetyRouter = router({
  places: staffProcedure
    .output(z.array(safetyPlaceSchema))
    .query(async ({ ctx }) => [...(await ctx.services.safety.places())]),

  save: adminProcedure
    .input(safetyRuleSchema)
    .output(safetyPlaceSchema)
    .mutation(async ({ ctx, input: { staleAfterMinutes, ...rule } }) => {
      const { place, before } = orThrow(
        await ctx.services.safety.save(ctx.origin, {
          ...rule,
          ...(staleAfterMinutes === undefined ? {} : { staleAfterMinutes }),
        }),
      )
      ctx.stoodBefore(before)
      return place
    }),

  followRule: adminProcedure
    .input(z.strictObject({ locationId: locationIdSchema }))
    .output(safetyPlaceSchema)
    .mutation(async ({ ctx, input }) => {
      const { place, before } = orThrow(await ctx.services.safety.followRule(ctx.origin, input.locationId))
      ctx.stoodBefore(before)
      return place
    }),
})
