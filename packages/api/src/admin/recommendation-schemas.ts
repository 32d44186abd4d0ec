import {
  EXPERIMENT_STATES,
  experimentDesignSchema,
  placementPlanSchema,
  placementSchema,
  ruleDraftSchema,
} from '@selvedge/core'
import { z } from 'zod'

export const ruleSchema = ruleDraftSchema.and(z.object({ id: z.uuid() }))

export const experimentSchema = z.object({
  slug: z.string(),
  name: z.string(),
  design: experimentDesignSchema,
  state: z.enum(EXPERIMENT_STATES),
  startedAt: z.date().optional(),
  stoppedAt: z.date().optional(),
})

/** A placement's plan, and whether it is the house's own. */
export const planRowSchema = z.object({ placement: placementSchema, plan: placementPlanSchema, isHouse: z.boolean() })
