import { z } from 'zod'

const comparisonSchema = z.object({
  difference: z.number(),
  /** Absent while the interval has no end. */
  low: z.number().optional(),
  high: z.number().optional(),
  isDecided: z.boolean(),
})

/** What an experiment says so far. Means and differences are per person. */
export const experimentReadingSchema = z.object({
  ratio: z.object({ chiSquare: z.number(), p: z.number(), isBroken: z.boolean() }),
  varianceTaken: z.number(),
  holdoutPeople: z.int(),
  /** Arms of which the server that answers cannot read a model: as long as there is one, nobody is in any arm there. */
  missingArms: z.array(z.string()),
  arms: z.array(
    z.object({
      slug: z.string(),
      people: z.int(),
      mean: z.number(),
      guardrailMean: z.number(),
      against: comparisonSchema.optional(),
      lookedAtOnce: comparisonSchema.optional(),
      guardrail: z.enum(['kept', 'open', 'broken']).optional(),
    }),
  ),
})
export type ExperimentReadingView = z.infer<typeof experimentReadingSchema>
