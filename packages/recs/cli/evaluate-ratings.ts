import { parseRatings, type Rating } from '../src/datasets/ratings'
import { contendersFor } from '../src/evaluate/contenders'
import { type Parts, stratifiedSplit, temporalSplit } from '../src/evaluate/splits'
import { seededRandom } from '../src/random'
import type { EvalArguments } from './eval-arguments'
import type { EvalReport, Say } from './evaluate-folder'
import { rankingParts } from './evaluate-user-items'
import { nameOfDataset, readFirstOf } from './read-dataset'
import { rounded, timedRanking } from './timed-ranking'

const TRAIN_SHARE = 0.75

/**
 * Ratings as presence, by the protocol of Microsoft's recommenders: a stratified split of 75 to 25 of each user, the
 * validation being the same split of the training part again. With several seeds the model is chosen once, on the
 * validation of the first, and every seed's split is tested with it.
 */
export function evaluateRatings(args: EvalArguments, say: Say): EvalReport {
  const { dataset, k, seeds, models, validUsersMax, split } = args
  const name = nameOfDataset(dataset)
  const ratings = parseRatings(readFirstOf(dataset, [`${name}.inter`, 'ratings.txt', 'u.data']))
  const [first = 1, ...others] = seeds
  const run = (seed: number, chosen?: string) => {
    const parts = partsOf(ratings, split, seed)
    const contenders = contendersFor(parts.train, models).filter((one) => !chosen || keyOf(one) === chosen)
    return timedRanking(parts, { contenders, k, seed, validUsersMax }, say)
  }
  const found = run(first)
  const all = [found, ...others.map((seed) => run(seed, keyOf(found)))].map(({ metrics }) => metrics)
  return {
    eval: name,
    split,
    ...found,
    metrics: rounded(meanOver(all)),
    seeds,
    by_seed: { [`ndcg_at_${k}`]: all.map((metrics) => metrics[`ndcg_at_${k}`]) },
  }
}

const keyOf = ({ model, parameters }: { model: string; parameters: Readonly<Record<string, number>> }): string =>
  `${model} ${JSON.stringify(parameters)}`

function partsOf(ratings: readonly Rating[], split: EvalArguments['split'], seed: number) {
  const random = seededRandom(seed)
  const halve = (rows: readonly Rating[]): Parts<Rating> =>
    split === 'temporal' ? temporalSplit(rows, TRAIN_SHARE) : stratifiedSplit(rows, TRAIN_SHARE, random)
  const { train: known, heldOut: test } = halve(ratings)
  const { train, heldOut: valid } = halve(known)
  return rankingParts(presence(train), presence(valid), presence(test))
}

const presence = (rows: readonly Rating[]) => rows.map(({ user, item }) => ({ user, item }))

function meanOver(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const names = Object.keys(all[0] ?? {})
  return Object.fromEntries(
    names.map((name) => [name, all.reduce((sum, one) => sum + (one[name] ?? 0), 0) / all.length]),
  )
}
