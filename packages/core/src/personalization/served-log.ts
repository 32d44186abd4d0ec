import { z } from 'zod'
import { countrySchema } from '../orders/country'
import { placementSchema } from './placement'
import { placementPlanSchema } from './placement-plan'
import { modelVersionsSchema } from './tried-models'

export const servedProductSchema = z.object({
  productId: z.int(),
  source: z.string(),
  score: z.number(),
  reason: z.string(),
  propensity: z.number().optional(),
  /** What it was ranked by, in the columns that `versions.features` names: a ranking is learned from what was served. */
  features: z.array(z.number()).optional(),
})

/** An answer as it was given. */
export const servedRowSchema = z.object({
  servedId: z.uuid(),
  servedAt: z.date(),
  person: z.string().optional(),
  placement: placementSchema,
  anchorId: z.int().optional(),
  country: countrySchema.optional(),
  /** What the visit began with, where it was chosen by that. */
  landing: z.string().optional(),
  seed: z.int(),
  /** How many were asked for, and what stood on the page already. */
  length: z.int().optional(),
  present: z.array(z.int()).optional(),
  /** The arms its person was in, and what came of them for the choice. */
  experiments: z.array(z.object({ experiment: z.string(), arm: z.string() })).optional(),
  isImpersonal: z.boolean().optional(),
  plan: placementPlanSchema.optional(),
  rankerVersion: z.string().optional(),
  modelVersions: modelVersionsSchema.optional(),
  products: z.array(servedProductSchema),
  versions: z.record(z.string(), z.string()),
})
export type ServedRow = z.infer<typeof servedRowSchema>

export type ServedLog = {
  append(rows: readonly ServedRow[]): Promise<void>
  find(servedId: string): Promise<ServedRow | undefined>
  /** Newest first. */
  recent(filter: { readonly person?: string | undefined; readonly limit: number }): Promise<readonly ServedRow[]>
}
