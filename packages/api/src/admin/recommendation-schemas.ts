import {
  EXPERIMENT_STATES,
  experimentDesignSchema,
  pageRailsSchema,
  pageSchema,
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

/** What stands on a page, and whether it is the house's own order. */
export const pageRowSchema = z.object({ page: pageSchema, rails: pageRailsSchema, isHouse: z.boolean() })

/** A placement's plan, and whether it is the house's own. */
export const planRowSchema = z.object({ placement: placementSchema, plan: placementPlanSchema, isHouse: z.boolean() })
