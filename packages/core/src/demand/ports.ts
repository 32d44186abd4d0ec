import { z } from 'zod'
import type { Origin } from '../origin'
import type { Result } from '../result'
import { daySchema } from '../supply/day'
import type { SupplyRejection } from '../supply/rejections'
import { DEMAND_CLASSES } from './classify-demand'

export const forecastRowSchema = z.object({
  variantId: z.int(),
  sku: z.string(),
  title: z.string(),
  colour: z.string(),
  size: z.string(),
  demandClass: z.enum(DEMAND_CLASSES),
  method: z.enum(['sba', 'tsb', 'smoothing', 'launch']),
  /** Units of the last whole weeks, oldest first; null where nobody could buy. */
  history: z.array(z.int().nullable()),
  /** Units of the weeks ahead, and the 80 % interval of each. */
  weekly: z.array(z.number()),
  low: z.array(z.int()),
  high: z.array(z.int()),
  /** Monday of the first week ahead. */
  firstWeek: daySchema,
  madeAt: z.date(),
  leadDays: z.int(),
  reorderPoint: z.int(),
  orderUpTo: z.int(),
  /** Units now, over all places. */
  free: z.int(),
  incoming: z.int(),
  promised: z.int(),
  daysOfCover: z.int().optional(),
  stockOutOn: daySchema.optional(),
  /** What an order of today would be; 0 when none is due. */
  suggested: z.int(),
  waiting: z.int(),
  unmet: z.int(),
  pollShare: z.number(),
  interestUnits: z.int(),
})
export type ForecastRow = z.infer<typeof forecastRowSchema>

export const forecastDetailSchema = forecastRowSchema.extend({
  supplier: z.string().optional(),
  pack: z.int(),
  arrivals: z.array(z.object({ on: daySchema, units: z.int() })),
})
export type ForecastDetail = z.infer<typeof forecastDetailSchema>

export const forecastAskSchema = z.strictObject({
  /** Part of a title, a slug or a SKU. */
  find: z.string().trim().max(80).exactOptional(),
  demandClass: z.enum(DEMAND_CLASSES).exactOptional(),
  limit: z.int().min(1).max(200),
})
export type ForecastAsk = z.infer<typeof forecastAskSchema>

export const suggestedOrderSchema = z.object({
  supplierId: z.int(),
  supplier: z.string(),
  leadDays: z.int(),
  locationId: z.int(),
  location: z.string(),
  units: z.int(),
  /** The most urgent first; at most 500 fit one order. */
  lines: z.array(
    z.object({
      sku: z.string(),
      title: z.string(),
      colour: z.string(),
      size: z.string(),
      free: z.int(),
      incoming: z.int(),
      reorderPoint: z.int(),
      interestUnits: z.int(),
      units: z.int(),
    }),
  ),
})
export type SuggestedOrder = z.infer<typeof suggestedOrderSchema>

export type PlanningRejection =
  | SupplyRejection
  | { readonly code: 'FORECAST_NOT_FOUND'; readonly sku: string }
  | { readonly code: 'NOTHING_TO_ORDER'; readonly supplierId: number }

export type PlanningDesk = {
  /** The soonest to run out first. */
  list(ask: ForecastAsk): Promise<readonly ForecastRow[]>
  detail(sku: string): Promise<ForecastDetail | undefined>
  suggestions(): Promise<readonly SuggestedOrder[]>
  /** Drafts what is suggested now. Asked twice, the second finds its units on their way and is refused. */
  draftSuggested(supplierId: number, origin: Origin): Promise<Result<{ readonly number: string }, PlanningRejection>>
}
