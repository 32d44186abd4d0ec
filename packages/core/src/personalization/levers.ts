import { z } from 'zod'
import type { Result } from '../result'
import type { Experiment, ExperimentDraft } from './experiment'
import type { MerchandisingRule, RuleDraft } from './merchandising-rule'
import type { WorseFigure } from './model-figures'
import type { Page, RailSetting } from './page-rails'
import type { Placement } from './placement'
import type { PlacementPlan } from './placement-plan'

/** What a merchandiser may be told no with. */
export type LeverRejection =
  | { readonly code: 'RULE_NOT_FOUND'; readonly id: string }
  | { readonly code: 'MODEL_NOT_FOUND'; readonly name: string; readonly version: string }
  /** It foretold less well than the version that answers; it is made active only by who knows. */
  | {
      readonly code: 'MODEL_WORSE'
      readonly name: string
      readonly version: string
      readonly than: string
      readonly figures: readonly WorseFigure[]
    }
  | { readonly code: 'EXPERIMENT_NOT_FOUND'; readonly slug: string }
  /** The name belongs to an experiment that has begun: its people's arms hang on it. */
  | { readonly code: 'EXPERIMENT_BEGUN'; readonly slug: string }
  | { readonly code: 'EXPERIMENT_NOT_RUNNING'; readonly slug: string }

/** Everything merchandisers set over what is recommended, as of one read. */
export type Levers = {
  readonly rules: readonly MerchandisingRule[]
  readonly plans: Readonly<Partial<Record<Placement, PlacementPlan>>>
  readonly pages: Readonly<Partial<Record<Page, readonly RailSetting[]>>>
  readonly experiments: readonly Experiment[]
}

export const NO_LEVERS: Levers = { rules: [], plans: {}, pages: {}, experiments: [] }

/** Kept in PostgreSQL; `by` is who did it. */
export type LeverStore = {
  read(): Promise<Levers>
  saveRule(id: string, draft: RuleDraft, by: string): Promise<void>
  removeRule(id: string): Promise<Result<void, LeverRejection>>
  savePlan(placement: Placement, plan: PlacementPlan, by: string): Promise<void>
  /** Back to the house's own plan. */
  resetPlan(placement: Placement): Promise<void>
  savePage(page: Page, rails: readonly RailSetting[], by: string): Promise<void>
  /** Back to the house's own order, titles and rails. */
  resetPage(page: Page): Promise<void>
  /** A draft may be changed until it begins. */
  saveExperiment(draft: ExperimentDraft, by: string): Promise<Result<void, LeverRejection>>
  startExperiment(slug: string, by: string): Promise<Result<void, LeverRejection>>
  stopExperiment(slug: string, by: string): Promise<Result<void, LeverRejection>>
}

export const modelVersionSchema = z.object({
  name: z.string(),
  version: z.string(),
  checksum: z.string(),
  isActive: z.boolean(),
  createdAt: z.date(),
  sizeBytes: z.int(),
  /** Days of the data it was trained on. */
  from: z.string().optional(),
  to: z.string().optional(),
  /** Offline figures by name. */
  metrics: z.record(z.string(), z.number()),
})
export type ModelVersion = z.infer<typeof modelVersionSchema>

export type ModelRegistry = {
  /** Newest first within a name. */
  list(): Promise<readonly ModelVersion[]>
  /** Makes a stored version the active one; going back is the same as going forward. Running shops follow by themselves. */
  promote(name: string, version: string): Promise<Result<void, LeverRejection>>
}
