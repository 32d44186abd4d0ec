import { z } from 'zod'
import { designFaults, HOLDOUT } from './design-faults'
import { FEED_LOOKS } from './feed-look'
import { placementSchema } from './placement'
import { placementPlanSchema, planChangeSchema } from './placement-plan'
import { modelVersionsSchema } from './tried-models'

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'small letters, digits and hyphens')

/** What an arm changes. `house` is what everybody else gets. */
export const armSettingsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('house') }),
  /** One composition for all placements that the experiment is about. */
  z.strictObject({ kind: z.literal('plan'), plan: placementPlanSchema }),
  /** Something of each placement's own composition, versions of models, or both. */
  z.strictObject({
    kind: z.literal('mix'),
    change: planChangeSchema,
    /** A version of the ranking in the registry; whatever version answers, where none is named. */
    ranker: z.string().min(1).max(120).optional(),
    /** Versions of other models in the same way. */
    models: modelVersionsSchema.optional(),
  }),
  /** Nothing personal: as for somebody unknown. */
  z.strictObject({ kind: z.literal('impersonal') }),
  /** The same pieces, shown otherwise. */
  z.strictObject({ kind: z.literal('page'), variant: z.enum(FEED_LOOKS) }),
])

export const experimentDesignSchema = z
  .strictObject({
    /** What is hoped for, in words: written down before anything is looked at. */
    hypothesis: z.string().trim().min(1).max(400),
    placements: z.array(placementSchema).min(1).max(6),
    /** The first arm is the control. Weights are shares of those who take part. */
    arms: z
      .array(z.strictObject({ slug, weight: z.int().min(1).max(100), settings: armSettingsSchema }))
      .min(2)
      .max(5),
    /** Share of people kept out altogether, in percent: what the whole engine is worth is seen against them. */
    holdoutPercent: z.int().min(0).max(50),
    metric: z.enum(['click', 'add', 'order']),
    /** May not get worse by more than so much of itself, in percent. */
    guardrail: z.strictObject({ metric: z.enum(['return', 'dislike']), maxRisePercent: z.number().min(0).max(100) }),
    /** Two-sided error of the always-valid interval. */
    alpha: z.number().min(0.001).max(0.2),
  })
  .refine(({ arms }) => new Set(arms.map((arm) => arm.slug)).size === arms.length, {
    path: ['arms'],
    message: 'Every arm needs a name of its own',
  })
export type ExperimentDesign = z.infer<typeof experimentDesignSchema>
export type Arm = ExperimentDesign['arms'][number]

export const experimentDraftSchema = z
  .strictObject({ slug, name: z.string().trim().min(1).max(80), design: experimentDesignSchema })
  // Asked of drafts alone: what has begun is read as it was begun.
  .superRefine(({ design }, { addIssue }) => {
    for (const { path, message } of designFaults(design)) {
      addIssue({ code: 'custom', path: ['design', path], message, input: design })
    }
  })
export type ExperimentDraft = z.infer<typeof experimentDraftSchema>
export const EXPERIMENT_STATES = ['draft', 'running', 'stopped'] as const
export type Experiment = ExperimentDraft & {
  readonly state: (typeof EXPERIMENT_STATES)[number]
  readonly startedAt?: Date | undefined
  readonly stoppedAt?: Date | undefined
  /** Arms that people met under another name before they signed in, by the name they have now. */
  readonly keptArms?: ReadonlyMap<string, string>
}

const BUCKETS = 10_000

/**
 * The arm a person is in, by a hash of experiment and person alone: the same for ever, on every server, whatever else
 * runs, and unrelated between experiments.
 */
export function assignArm(
  experiment: { readonly slug: string; readonly design: Pick<ExperimentDesign, 'arms' | 'holdoutPercent'> },
  person: string,
): string {
  const { arms, holdoutPercent } = experiment.design
  if (bucketOf(`${experiment.slug}:holdout:${person}`) < (holdoutPercent * BUCKETS) / 100) return HOLDOUT
  const total = arms.reduce((sum, { weight }) => sum + weight, 0)
  let rest = (bucketOf(`${experiment.slug}:arm:${person}`) * total) / BUCKETS
  for (const { slug: arm, weight } of arms) {
    rest -= weight
    if (rest < 0) return arm
  }
  return arms[0]?.slug ?? HOLDOUT
}

/** 0 to 9,999: FNV-1a, finished by the mixer of MurmurHash3 so that neighbouring names fall apart. */
function bucketOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % BUCKETS
}
