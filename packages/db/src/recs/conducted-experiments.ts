import type { Experiment, Levers } from '@selvedge/core'
import type { AskedModels } from './tried-engines'

const isPlain = ({ rankerVersion, modelVersions }: AskedModels): boolean =>
  rankerVersion === undefined && modelVersions === undefined

/** What the arms of an experiment ask to be answered by, where they ask for anything of their own. */
const askedBy = ({ design }: Experiment): readonly AskedModels[] =>
  design.arms
    .flatMap(({ settings }) =>
      settings.kind === 'mix' ? [{ rankerVersion: settings.ranker, modelVersions: settings.models }] : [],
    )
    .filter((asked) => !isPlain(asked))

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
