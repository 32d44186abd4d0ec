import { z } from 'zod'
import { router, shopProcedure } from '../trpc'

const erasedSchema = z.object({ signals: z.int() })

/** What the shop keeps of a person, shown, given out and erased on the person's own word. */
export const privacyRouter = router({
  /** What was decided, in this browser or with the account; null while nobody has. */
  decided: shopProcedure.output(z.boolean().nullable()).query(async ({ ctx }) => {
    const here = ctx.consent === undefined ? undefined : ctx.consent === 'personal'
    return (ctx.person ? await ctx.services.behaviour.consentIn(ctx.person, here) : here) ?? null
  }),

  decide: shopProcedure
    .input(z.strictObject({ isPersonal: z.boolean() }))
    .output(z.void())
    .mutation(async ({ ctx, input: { isPersonal } }) => {
      ctx.setConsent(isPersonal ? 'personal' : 'necessary')
      // Whoever never had a name here and wants none is given none.
      const person = isPersonal ? ctx.ensurePerson() : ctx.person
      if (person) await ctx.services.behaviour.decideConsent(person, isPersonal)
      // Taking consent back takes back what was learnt under it.
      if (person && !isPersonal) await ctx.services.behaviour.erase(person, { lists: false })
    }),

  /** Everything that is kept, as plain JSON text to be saved as a file. */
  export: shopProcedure.output(z.string()).mutation(async ({ ctx }) => {
    const kept = ctx.person ? await ctx.services.behaviour.export(ctx.person) : {}
    return JSON.stringify({ ...kept, ...(ctx.country ? { country: ctx.country } : {}) }, null, 2)
  }),

  erase: shopProcedure
    .input(z.strictObject({ lists: z.boolean() }))
    .output(erasedSchema)
    .mutation(async ({ ctx, input }) =>
      ctx.person ? ctx.services.behaviour.erase(ctx.person, input) : { signals: 0 },
    ),
})
