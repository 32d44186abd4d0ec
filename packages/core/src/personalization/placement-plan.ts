import { z } from 'zod'
import type { Placement } from './placement'

/** Where candidates come from. The order is that of the features; a name is never given another meaning. */
export const SOURCE_NAMES = [
  'together',
  'neighbours',
  'factors',
  'session',
  'content',
  'affinity',
  'popular',
  'new',
  'editorial',
  'trending',
  'season',
  'wished',
] as const
export type SourceName = (typeof SOURCE_NAMES)[number]

/** How a placement chooses: which sources may offer how many, and how its answer is composed. */
export const placementPlanSchema = z.strictObject({
  quotas: z.partialRecord(z.enum(SOURCE_NAMES), z.int().min(0).max(200)),
  /** 1 is relevance alone, 0 difference alone. */
  lambda: z.number().min(0).max(1),
  /** Slots, from 0, in which something less known is tried. */
  exploreAt: z.array(z.int().min(0).max(47)).max(2),
  /** Products of one brand, and of one category, in an answer at most. */
  brandMax: z.int().min(1).max(1_000),
  categoryMax: z.int().min(1).max(1_000),
  /** Pieces that cannot be had now are shown when they may be promised within so many days; the placement's own when absent. */
  laterDays: z.int().min(0).max(366).optional(),
  /** Of a listing alone: how much the shopper's own order weighs against the finder's; 1 is theirs alone. */
  blend: z.number().min(0).max(1).optional(),
})
export type PlacementPlan = z.infer<typeof placementPlanSchema>

/** How much the shopper's own order weighs in a listing where nobody says otherwise. */
export const LISTING_BLEND = 0.8

/**
 * How many days ahead a placement shows what can only be promised, where nobody says otherwise. A season is sold ahead of
 * its first parcel; what is to go with a piece, or into a bag that is about to be ordered, would keep it waiting.
 */
const LATER_DAYS: Readonly<Record<Placement, number>> = {
  'for-you': 120,
  similar: 120,
  together: 14,
  'complete-look': 0,
  bag: 0,
  listing: 0,
}

export const laterDaysOf = (placement: Placement, { laterDays }: Pick<PlacementPlan, 'laterDays'>): number =>
  laterDays ?? LATER_DAYS[placement]

/** What is changed of a placement's own plan; what is not named stays as it is there. */
export const planChangeSchema = placementPlanSchema.partial()
export type PlanChange = z.infer<typeof planChangeSchema>

/** A plan with a change laid over it: of sources, those that are named. */
export const changedPlan = (own: PlacementPlan, change: PlanChange): PlacementPlan => ({
  quotas: { ...own.quotas, ...change.quotas },
  lambda: change.lambda ?? own.lambda,
  exploreAt: change.exploreAt ?? own.exploreAt,
  brandMax: change.brandMax ?? own.brandMax,
  categoryMax: change.categoryMax ?? own.categoryMax,
  laterDays: change.laterDays ?? own.laterDays,
  blend: change.blend ?? own.blend,
})
