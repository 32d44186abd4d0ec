import { z } from 'zod'
import { countrySchema } from '../orders/country'
import { daySchema } from '../supply/day'
import { placementSchema } from './placement'

/** What a merchandiser asks the inspector. */
export const inspectInputSchema = z.strictObject({
  placement: placementSchema.exclude(['listing']),
  /** `u:<user>` or `v:<visitor>`; as for somebody unknown when absent. */
  person: z
    .string()
    .regex(/^[uv]:[\w-]{1,64}$/)
    .optional(),
  /** The product the placement stands beside; the best seller where it stands beside one and none is named. */
  anchorId: z.int().positive().optional(),
  /** A product of which the answer is to say how it stands. */
  productId: z.int().positive().optional(),
  /** Where parcels would go; anywhere when absent. */
  country: countrySchema.optional(),
  length: z.int().min(1).max(48).default(24),
  /** An answer that was given: as it was asked for, chosen again by the engine, profile and stock of now. */
  servedId: z.uuid().optional(),
})
export type InspectInput = z.infer<typeof inspectInputSchema>

const named = z.object({
  productId: z.int(),
  slug: z.string(),
  title: z.string(),
  brand: z.string(),
  pictureKey: z.string(),
})

/** An answer as it was given: what was shown, and what it was ranked by then. */
export const givenAnswerSchema = z.object({
  servedAt: z.date(),
  versions: z.record(z.string(), z.string()),
  products: z.array(
    z.object({
      product: named,
      source: z.string(),
      score: z.number(),
      reason: z.string(),
      propensity: z.number().optional(),
      /** Those that said something; none where it was ranked by other columns than today's. */
      features: z.array(z.object({ name: z.string(), value: z.number() })),
    }),
  ),
})

/**
 * How the product stands that was asked about. `shown` with its position from 0; `candidate`, and others were taken
 * before it, with its rank by chance from 1; `refused` by a filter, with the first source that offered it if one did;
 * `not-offered` by any source; `not-in-catalogue`.
 */
export const askedPieceSchema = z.object({
  productId: z.int(),
  /** Absent where nothing is known under the id. */
  product: named.optional(),
  standing: z.enum(['shown', 'candidate', 'refused', 'not-offered', 'not-in-catalogue']),
  position: z.int().optional(),
  rank: z.int().optional(),
  filter: z.string().optional(),
  source: z.string().optional(),
  /** The day by which it may be promised, where it cannot be had now. */
  shipsBy: daySchema.optional(),
})
export type AskedPiece = z.infer<typeof askedPieceSchema>

/** Why an answer is as it is: candidates by source, features, parts of the score, rules, and what filtered the others. */
export const inspectionSchema = z.object({
  placement: placementSchema,
  person: z.string().optional(),
  isKnown: z.boolean(),
  /** Arms of the shopper here; what they change is in the answer. */
  experiments: z.array(z.object({ experiment: z.string(), arm: z.string() })),
  /** Whether an arm keeps everything personal out. */
  isImpersonal: z.boolean(),
  /** The answer that was given, as it was kept. */
  given: givenAnswerSchema.optional(),
  /** The product the answer stands beside. */
  anchor: named.optional(),
  versions: z.record(z.string(), z.string()),
  asked: askedPieceSchema.optional(),
  bySource: z.record(z.string(), z.int()),
  refusedByFilter: z.record(z.string(), z.int()),
  /** In order of the answer, then by chance. */
  candidates: z.array(
    z.object({
      product: named,
      /** From 0; -1 when it is not in the answer. */
      position: z.int(),
      chance: z.number(),
      logOdds: z.number(),
      factor: z.number(),
      /** What the house lifts it by: ageing stock with a live markdown (half more at most), a wish that came true. */
      lift: z.number(),
      sources: z.array(z.object({ source: z.string(), rank: z.int(), score: z.number() })),
      features: z.array(z.object({ name: z.string(), value: z.number(), part: z.number() })),
      rules: z.array(z.string()),
      /** The day by which it may be promised, where it cannot be had now. */
      shipsBy: daySchema.optional(),
    }),
  ),
  refused: z.array(z.object({ product: named, filter: z.string(), source: z.string(), shipsBy: daySchema.optional() })),
  /** What is known of the shopper, strongest first. */
  tastes: z.array(z.object({ term: z.string(), weight: z.number(), when: z.enum(['now', 'always']) })),
  sizes: z.array(z.object({ category: z.string(), sizes: z.array(z.string()) })),
})
export type Inspection = z.infer<typeof inspectionSchema>
