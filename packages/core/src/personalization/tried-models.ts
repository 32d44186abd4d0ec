import { z } from 'zod'

/**
 * Kinds of models of which an arm of an experiment may name a version beside the ranking. Two of a kind can answer side by
 * side where a model stands still between trainings. What visits go on to learns every visit as it ends, and a second one
 * would learn from what the first brought up; what is bought together is shown by pages that no arm reaches, and would
 * contradict itself on one. Of these one version answers everybody. How pieces fit is tried in the choice alone: the advice
 * on a size stays everybody's.
 */
export const TRIED_KINDS = ['neighbours', 'factors', 'fit'] as const
export type TriedKind = (typeof TRIED_KINDS)[number]

export const modelVersionsSchema = z.partialRecord(z.enum(TRIED_KINDS), z.string().min(1).max(120))
export type ModelVersions = z.infer<typeof modelVersionsSchema>

/** So many model files beside those that answer everybody are held at once, of all running experiments together. */
export const TRIED_MAX = 6

/** Whether any version is named. */
export const namesModels = (models: ModelVersions | undefined): boolean =>
  TRIED_KINDS.some((kind) => models?.[kind] !== undefined)
