import { z } from 'zod'

/** What a channel can go by when it chooses where units come from. Each is one small function in `rules/`. */
export const ALLOCATION_RULES = ['nearest', 'fewest-parcels', 'priority', 'drain-oldest', 'keep-shop-stock'] as const
export type AllocationRule = (typeof ALLOCATION_RULES)[number]

/**
 * A channel's way to choose, stored with it and edited by staff. Rules in order of weight: a later one decides only what
 * the earlier ones leave equal. `split`: whether one line may come from several places.
 */
export const allocationPolicySchema = z.strictObject({
  rules: z
    .array(z.enum(ALLOCATION_RULES))
    .min(1)
    .max(ALLOCATION_RULES.length)
    .refine((rules) => new Set(rules).size === rules.length, 'A rule counts once'),
  split: z.boolean(),
})
export type AllocationPolicy = z.infer<typeof allocationPolicySchema>

export const DEFAULT_ALLOCATION_POLICY: AllocationPolicy = { rules: ['fewest-parcels', 'priority'], split: true }
