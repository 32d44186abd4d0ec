import { evaluateRanking, type RankingOptions, type RankingParts } from '../src/evaluate/evaluate-ranking'
import type { Say } from './evaluate-folder'

/** A ranking evaluated with a clock beside it: `train_s` is the final training of the chosen model. */
export function timedRanking(parts: RankingParts, options: RankingOptions, say: Say) {
  const start = performance.now()
  let [began, ended] = [0, 0]
  const found = evaluateRanking(parts, {
    ...options,
    onTrial: ({ model, parameters, recall, ndcg }) =>
      say(`valid ${recall.toFixed(4)} ${ndcg.toFixed(4)}  ${model} ${JSON.stringify(parameters)}`),
    onFinal: (moment) => {
      if (moment === 'training') began = performance.now()
      else ended = performance.now()
    },
  })
  const { metrics, intervals, model, parameters, trials, users } = found
  const best = trials.reduce((one, other) => (other.ndcg > one.ndcg ? other : one))
  return {
    metrics: rounded(metrics),
    intervals,
    users,
    chosen_on: 'valid',
    model,
    parameters,
    valid: { recall: best.recall, ndcg: best.ndcg, trials: trials.length },
    train_s: seconds(ended - began),
    total_s: seconds(performance.now() - start),
  }
}

export const seconds = (ms: number): number => Math.round(ms) / 1_000

/** Five digits are more than any interval here justifies. */
export const rounded = (metrics: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, Number(value.toFixed(5))]))
