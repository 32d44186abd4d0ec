import { z } from 'zod'
import { type Placement, placementSchema } from './placement'

/** Which products a rule is about; exactly one way to say it. */
export const ruleTargetSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('products'), productIds: z.array(z.int().positive()).min(1).max(200) }),
  z.strictObject({ by: z.literal('category'), value: z.string().min(1).max(64) }),
  z.strictObject({ by: z.literal('brand'), value: z.string().min(1).max(64) }),
  z.strictObject({ by: z.literal('collection'), value: z.string().min(1).max(64) }),
  /** `facet:value`, as in `material:linen`. */
  z.strictObject({ by: z.literal('term'), value: z.string().regex(/^[\w-]+:[\w-]+$/) }),
])
export type RuleTarget = z.infer<typeof ruleTargetSchema>

/**
 * What a rule does. A boost multiplies a product's chance by `factor` and a bury by its inverse, so that neither ever
 * beats a filter; a cap limits how many products of one brand an answer holds.
 */
export const ruleEffectSchema = z.discriminatedUnion('kind', [
  /** Position from 1. A pinned product is shown there if it can be sold to the shopper, else nobody is told. */
  z.strictObject({ kind: z.literal('pin'), position: z.int().min(1).max(24) }),
  z.strictObject({ kind: z.literal('boost'), factor: z.number().min(1.05).max(5) }),
  z.strictObject({ kind: z.literal('bury'), factor: z.number().min(1.05).max(20) }),
  z.strictObject({ kind: z.literal('exclude') }),
  z.strictObject({ kind: z.literal('cap-brand'), max: z.int().min(1).max(24) }),
])
export type RuleEffect = z.infer<typeof ruleEffectSchema>

/** What a merchandiser writes. */
export const ruleDraftSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    /** All of them when empty. */
    placements: z.array(placementSchema).max(6),
    effect: ruleEffectSchema,
    /** Unused by a cap without a target: it then holds for every brand. */
    target: ruleTargetSchema.optional(),
    startsAt: z.date().optional(),
    endsAt: z.date().optional(),
    active: z.boolean(),
  })
  .refine(({ effect, target }) => effect.kind === 'cap-brand' || target !== undefined, {
    path: ['target'],
    message: 'Say which products the rule is about',
  })
  .refine(({ effect, target }) => effect.kind !== 'pin' || target?.by === 'products', {
    path: ['target'],
    message: 'A pin names its products',
  })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt < endsAt, {
    path: ['endsAt'],
    message: 'The end has to be after the start',
  })
export type RuleDraft = z.infer<typeof ruleDraftSchema>

export type MerchandisingRule = RuleDraft & { readonly id: string }

export type RuleStanding = 'off' | 'to-come' | 'in-force' | 'over'

/** How a rule stands at a moment, wherever it holds. */
export function ruleStanding({ active, startsAt, endsAt }: RuleDraft, nowMs: number): RuleStanding {
  if (endsAt !== undefined && endsAt.getTime() <= nowMs) return 'over'
  if (!active) return 'off'
  return startsAt !== undefined && startsAt.getTime() > nowMs ? 'to-come' : 'in-force'
}

/** Whether a rule holds at a moment on a placement; without one, whether it holds on all of them. */
export const isInForce = (rule: RuleDraft, placement: Placement | undefined, nowMs: number): boolean =>
  rule.active &&
  (rule.placements.length === 0 || (placement !== undefined && rule.placements.includes(placement))) &&
  (rule.startsAt === undefined || rule.startsAt.getTime() <= nowMs) &&
  (rule.endsAt === undefined || rule.endsAt.getTime() > nowMs)
