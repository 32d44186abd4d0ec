import { HOLDOUT } from './design-faults'
import { type Arm, assignArm, type Experiment } from './experiment'
import type { FeedLook } from './feed-look'
import type { Placement } from './placement'
import { changedPlan, type PlacementPlan } from './placement-plan'
import { type ModelVersions, namesModels } from './tried-models'

export type ArmOfPerson = {
  readonly experiment: string
  readonly arm: string
  /** What the arm changes; absent for those kept out, who get nothing personal. */
  readonly settings: Arm['settings'] | undefined
}

/** The arms of a person in the experiments that run on a placement; none for somebody without a name to remember them by. */
export function armsOf(
  experiments: readonly Experiment[],
  placement: Placement,
  person: string | undefined,
): readonly ArmOfPerson[] {
  if (person === undefined) return []
  return experiments.flatMap((experiment) => {
    if (experiment.state !== 'running' || !experiment.design.placements.includes(placement)) return []
    const arm = experiment.keptArms?.get(person) ?? assignArm(experiment, person)
    const settings = experiment.design.arms.find(({ slug }) => slug === arm)?.settings
    return [{ experiment: experiment.slug, arm, settings }]
  })
}

/** Whether any arm asks for nothing personal: the holdout's people see the shop as it would be without an engine. */
export const isImpersonal = (arms: readonly ArmOfPerson[]): boolean =>
  arms.some(({ arm, settings }) => arm === HOLDOUT || settings?.kind === 'impersonal')

/** The composition that an arm makes of a placement's own; of several experiments the one that changed last. */
export function planOf(arms: readonly ArmOfPerson[], own: PlacementPlan): PlacementPlan | undefined {
  for (const { settings } of arms) {
    if (settings?.kind === 'plan') return settings.plan
    if (settings?.kind === 'mix') return changedPlan(own, settings.change)
  }
  return undefined
}

/** The version of the ranking that an arm is answered by; of several experiments as the one says that changed last. */
export function rankerOf(arms: readonly ArmOfPerson[]): string | undefined {
  for (const { settings } of arms) if (settings?.kind === 'mix' && settings.ranker !== undefined) return settings.ranker
  return undefined
}

/** The versions of other models that arms are answered by; of several experiments that name one kind as the first says. */
export function modelsOf(arms: readonly ArmOfPerson[]): ModelVersions | undefined {
  const named = arms.flatMap(({ settings }) =>
    settings?.kind === 'mix' && namesModels(settings.models) ? [settings.models ?? {}] : [],
  )
  return named.length === 0 ? undefined : Object.assign({}, ...named.reverse())
}

/** How an arm has the feed look; of several experiments as the one says that changed last. */
export function lookOf(arms: readonly ArmOfPerson[]): FeedLook | undefined {
  for (const { settings } of arms) if (settings?.kind === 'page') return settings.variant
  return undefined
}
