import type { Interactions } from '../interactions/interactions'
import { seededRandom } from '../random'
import { chooseOnValidation, type Trial } from './choose'
import type { Contender } from './contenders'
import { rankUsers } from './rank-users'
import { type RankingSummary, summarise } from './summary'

export type RankingParts = {
  readonly train: Interactions
  readonly valid: Interactions
  /** Train and valid together: what the chosen model is trained on again before the one test. */
  readonly known: Interactions
  readonly test: Interactions
}

export type RankingEvaluation = RankingSummary & {
  readonly model: string
  readonly parameters: Readonly<Record<string, number>>
  readonly trials: readonly Trial[]
  readonly users: number
}

export type RankingOptions = {
  readonly contenders: readonly Contender[]
  readonly k: number
  readonly seed: number
  readonly validUsersMax: number
  readonly onTrial?: (trial: Trial) => void
  /** Told when the final training begins and ends: the caller has the clock. */
  readonly onFinal?: (moment: 'training' | 'trained') => void
}

/** Chooses on validation only, trains the choice on all that is known, and looks at the test once. */
export function evaluateRanking(
  { train, valid, known, test }: RankingParts,
  options: RankingOptions,
): RankingEvaluation {
  const { contenders, k, seed, validUsersMax, onTrial, onFinal } = options
  const task = { contenders, train, valid, k, usersMax: validUsersMax, seed }
  const { chosen, trials } = chooseOnValidation(onTrial ? { ...task, onTrial } : task)
  onFinal?.('training')
  const scorer = chosen.train(known)
  onFinal?.('trained')
  const ranked = rankUsers({ scorer, known, heldOut: test, k })
  const summary = summarise(ranked, known, test, seededRandom(seed))
  return { ...summary, model: chosen.model, parameters: chosen.parameters, trials, users: ranked.users.length }
}
