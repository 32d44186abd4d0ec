import type { Arm, Experiment, Levers } from '@selvedge/core'
import type { AskedModels } from './tried-engines'

const isPlain = ({ rankerVersion, modelVersions }: AskedModels): boolean =>
  rankerVersion === undefined && modelVersions === undefined

/** What an arm asks to be answered by, where it asks for anything of its own. */
const askedByArm = ({ settings }: Arm): readonly AskedModels[] =>
  settings.kind === 'mix'
    ? [{ rankerVersion: settings.ranker, modelVersions: settings.models }].filter((asked) => !isPlain(asked))
    : []

const askedBy = ({ design }: Experiment): readonly AskedModels[] => design.arms.flatMap(askedByArm)

/** What arms of running experiments ask to be answered by. */
export const armsThatAsk = ({ experiments }: Levers): readonly AskedModels[] =>
  experiments.flatMap((experiment) => (experiment.state === 'running' ? askedBy(experiment) : []))

/**
 * Experiments as they can be conducted now. One of which a model of any arm is missing is left out whole: everybody gets
 * what the house has, and nobody is counted. To count the arm's people would call by its name what they never got, and to
 * leave out them alone would leave the control with all of its people and the ratio of the arms broken, by a server's
 * trouble and not by the arm.
 */
export const conductedOf = (
  { experiments }: Levers,
  canAnswer: (asked: AskedModels) => boolean,
): readonly Experiment[] =>
  experiments.filter((experiment) => experiment.state !== 'running' || askedBy(experiment).every(canAnswer))

/** Of running experiments, by name: the arms of which a model is missing, because of which nobody is in any of its arms. */
export type ArmsMissing = ReadonlyMap<string, readonly string[]>

export const armsMissing = ({ experiments }: Levers, canAnswer: (asked: AskedModels) => boolean): ArmsMissing =>
  new Map(
    experiments.flatMap(({ slug, state, design }) => {
      const lacks = (arm: Arm): boolean => !askedByArm(arm).every(canAnswer)
      const arms = state === 'running' ? design.arms.filter(lacks).map((arm) => arm.slug) : []
      return arms.length === 0 ? [] : [[slug, arms] as const]
    }),
  )
