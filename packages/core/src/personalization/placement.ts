import { z } from 'zod'

/** Where on the shop's pages products are chosen for somebody. */
export const PLACEMENTS = ['for-you', 'similar', 'together', 'complete-look', 'bag', 'listing'] as const
export const placementSchema = z.enum(PLACEMENTS)
export type Placement = z.infer<typeof placementSchema>
