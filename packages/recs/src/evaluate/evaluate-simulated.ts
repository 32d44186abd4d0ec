import { BestKeeper } from '../models/best'
import { rankScores, trainRanker } from '../ranker/rank-model'
import { SIMULATED_FEATURES } from '../simulate/candidate-features'
import { type SimulatedView, type SimulationOptions, simulateShop, sumOfSources } from '../simulate/impression-log'

export type SimulatedFigures = {
  /** NDCG@k of each way to rank, its gains being the true chance of a click. */
  readonly sum_of_sources: number
  readonly without_position_bias_handling: number
  readonly learned: number
  /** Mean distance of the estimated from the true examination of the places. */
  readonly examination_error: number
}

/** Trains on the log of a simulated shop, with and without a look at position bias, and ranks later shoppers' views. */
export function evaluateSimulated(options: SimulationOptions & { readonly k: number }): SimulatedFigures {
  const { log, held, examination } = simulateShop(options)
  const learned = trainRanker(log, SIMULATED_FEATURES, { seed: options.seed })
  const naive = trainRanker(log, SIMULATED_FEATURES, { seed: options.seed, positionBias: 'none' })
  const mean = (score: (x: Float32Array, into: Float32Array) => void): number =>
    held.reduce((sum, view) => sum + gradedNdcg(view, score, options.k), 0) / Math.max(1, held.length)
  const errors = examination.map((truth, place) => Math.abs(truth - (learned.examination[place] ?? 0)))
  return {
    sum_of_sources: mean((x, into) => sumOfSources(x, SIMULATED_FEATURES.length, into)),
    without_position_bias_handling: mean((x, into) => rankScores(naive, x, into)),
    learned: mean((x, into) => rankScores(learned, x, into)),
    examination_error: errors.reduce((sum, error) => sum + error, 0) / errors.length,
  }
}

/** NDCG with the true relevances as gains. */
function gradedNdcg(
  { x, relevance }: SimulatedView,
  score: (x: Float32Array, into: Float32Array) => void,
  k: number,
): number {
  const scores = new Float32Array(relevance.length)
  score(x, scores)
  const ideal = gainOf(relevance, relevance, k)
  return ideal === 0 ? 0 : gainOf(scores, relevance, k) / ideal
}

function gainOf(scores: ArrayLike<number>, relevance: Float64Array, k: number): number {
  const keeper = new BestKeeper(k)
  for (let row = 0; row < scores.length; row++) keeper.offer(row, scores[row] ?? 0)
  return keeper.take().places.reduce((sum, row, at) => sum + (relevance[row] ?? 0) / Math.log2(at + 2), 0)
}
