import { degreesOf, type Interactions } from '../interactions/interactions'
import { seededRandom, shuffle } from '../random'
import type { Contender } from './contenders'
import { rankUsers } from './rank-users'

export type Trial = {
  readonly model: string
  readonly parameters: Readonly<Record<string, number>>
  readonly recall: number
  readonly ndcg: number
}

export type Choice = { readonly chosen: Contender; readonly trials: readonly Trial[] }

export type ChoiceTask = {
  readonly contenders: readonly Contender[]
  readonly train: Interactions
  readonly valid: Interactions
  readonly k: number
  /** Users the choice looks at, drawn by the seed. */
  readonly usersMax: number
  readonly seed: number
  /** Told of every trial as it ends. */
  readonly onTrial?: (trial: Trial) => void
}

/** Trains every contender on the training part alone and chooses the best NDCG on validation; of equals the first. */
export function chooseOnValidation(task: ChoiceTask): Choice {
  const { contenders, train, valid, k, usersMax, seed, onTrial } = task
  const degrees = degreesOf(valid)
  const withItems = Int32Array.from(degrees.keys()).filter((user) => (degrees[user] ?? 0) > 0)
  const users = shuffle(withItems, seededRandom(seed)).slice(0, usersMax).sort()
  const trials: Trial[] = []
  let best: { readonly contender: Contender; readonly ndcg: number } | undefined
  for (const contender of contenders) {
    const { figures } = rankUsers({ scorer: contender.train(train), known: train, heldOut: valid, k, users })
    const trial = {
      model: contender.model,
      parameters: contender.parameters,
      recall: meanOf(figures.recall),
      ndcg: meanOf(figures.ndcg),
    }
    trials.push(trial)
    onTrial?.(trial)
    if (!best || trial.ndcg > best.ndcg) best = { contender, ndcg: trial.ndcg }
  }
  if (!best) throw new RangeError('there is no model to choose among')
  return { chosen: best.contender, trials }
}

const meanOf = (values: Float64Array): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
