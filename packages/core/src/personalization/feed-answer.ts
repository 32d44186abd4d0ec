import { z } from 'zod'
import { liveProductCardSchema } from '../catalog/views'
import { FEED_LOOKS } from './feed-look'
import { laterSchema } from './later'
import { placementSchema } from './placement'
import { reasonSchema } from './reason'

export const feedItemSchema = z.object({
  card: liveProductCardSchema,
  reason: reasonSchema,
  /** The source that contributed most, `pinned` or `explored`; `fallback` when the engine did not answer. */
  source: z.string(),
  /** Probability by which an exploring slot showed it. */
  propensity: z.number().gt(0).max(1).optional(),
  /** Sizes of the shopper's that can be bought now; absent where none is known. */
  inSizes: z.array(z.string()).optional(),
  /** By when, where it cannot be had now and may be promised. */
  later: laterSchema.optional(),
})
export type FeedItem = z.infer<typeof feedItemSchema>

/** So many SKUs does an answer name for the page to wait for. */
export const AWAITED_MAX = 40

/** So many products does an answer name that another price may bring up. */
export const NEAR_MAX = 96

/** One answer to one placement. `servedId` names it in the log, so that what was seen can be explained afterwards. */
export const feedAnswerSchema = z.object({
  servedId: z.uuid(),
  placement: placementSchema,
  items: z.array(feedItemSchema),
  /** SKUs of wished pieces that are sold out: the page asks anew when one of them can be bought again. */
  awaits: z.array(z.string()).max(AWAITED_MAX).optional(),
  /** Products that another price may bring up: the page asks anew when one of them has one. */
  near: z.array(z.int()).max(NEAR_MAX).optional(),
  /** What the visit began with, where that is what it was chosen by. */
  landing: z.string().optional(),
  /** Whether anything known of the shopper went into it. */
  isPersonal: z.boolean(),
  modelVersion: z.string(),
  /** The arms this person is in here. */
  experiments: z.array(z.object({ experiment: z.string(), arm: z.string() })),
  /** How it is to be shown, for who is in an arm that tries another face. */
  look: z.enum(FEED_LOOKS).optional(),
  /**
   * `profile`: answered as for somebody unknown; `engine`: best sellers instead of a choice; `cards` and `stock`: as of the
   * last read, and what was never read left out.
   */
  degraded: z.array(z.enum(['profile', 'engine', 'cards', 'stock'])),
})
export type FeedAnswer = z.infer<typeof feedAnswerSchema>

export const FEED_LENGTH_MAX = 48

export const feedInputSchema = z.strictObject({
  length: z.int().min(1).max(FEED_LENGTH_MAX).default(24),
  /** Products the page shows already. */
  present: z.array(z.int().positive()).max(200).default([]),
  /** The collection or campaign that the visit began with. */
  landing: z
    .string()
    .max(80)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u)
    .optional(),
})

export const railInputSchema = z.strictObject({
  placement: z.enum(['similar', 'together', 'complete-look', 'bag']),
  /** The product the rail stands beside. */
  productId: z.int().positive(),
  length: z.int().min(1).max(24).default(12),
  present: z.array(z.int().positive()).max(200).default([]),
})
export type RailInput = z.infer<typeof railInputSchema>
