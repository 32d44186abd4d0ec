import { type Random, seededRandom } from '../random'
import { type Logistic, logisticScores, trainLogistic } from './logistic'
import { type Impressions, sigmoid } from './rank-rows'

/** How likely a place is looked at, the first being 1, and how relevant each impression is held to be in its light. */
export type Examination = {
  readonly byPosition: Float64Array
  readonly relevance: Float32Array
  /** The logistic regression that the search ended with. */
  readonly model: Logistic
}

export type ExaminationOptions = { readonly rounds?: number; readonly seed?: number }

/**
 * Position bias by the position-based model, P(click) = examined(position) · relevant(x), with both parts found together
 * by regression EM (Wang, Golbandi, Bendersky, Metzler & Najork, "Position Bias Estimation for Unbiased Learning to Rank
 * in Personal Search", WSDM 2018). For an impression without a click
 *
 *   P(examined | no click) = e (1 - r) / (1 - e r),   P(relevant | no click) = r (1 - e) / (1 - e r),
 *
 * a click being both for certain. Every round the examination of a place becomes the mean of the first over its
 * impressions, and a logistic regression is fitted to the second, which is the `relevance` of the answer.
 */
export function estimateExamination(log: Impressions, options: ExaminationOptions = {}): Examination {
  const { rounds = 30, seed = 1 } = options
  const random = seededRandom(seed)
  let byPosition = clickRates(log)
  const relevance = new Float32Array(log.clicks.length).fill(0.2)
  const model: Logistic = { weights: new Float64Array(log.features), bias: -2 }
  const scores = new Float32Array(log.clicks.length)
  for (let round = 0; round < rounds; round++) {
    logisticScores(model, log.x, scores)
    byPosition = halfStep(log, scores, byPosition, relevance)
    refit(log, relevance, model, random)
  }
  logisticScores(model, log.x, scores)
  halfStep(log, scores, byPosition, relevance)
  return { byPosition, relevance, model }
}

/** Clicks of a place against those of the first: where the search begins, as if every place showed things alike. */
function clickRates({ positions, clicks }: Impressions): Float64Array<ArrayBuffer> {
  const places = positions.reduce((most, position) => Math.max(most, position), 0) + 1
  const clicked = new Float64Array(places)
  const shown = new Float64Array(places)
  for (const [row, position] of positions.entries()) {
    shown[position] = (shown[position] ?? 0) + 1
    clicked[position] = (clicked[position] ?? 0) + (clicks[row] ?? 0)
  }
  const rate = (position: number) => ((clicked[position] ?? 0) + 1) / ((shown[position] ?? 0) + 10)
  return Float64Array.from({ length: places }, (_, position) => Math.min(1, rate(position) / rate(0)))
}

/** The posteriors of every impression; answers the new examination, scaled so that the first place is 1. */
function halfStep(
  { positions, clicks }: Impressions,
  scores: Float32Array,
  byPosition: Float64Array,
  relevance: Float32Array,
): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(byPosition.length)
  const counts = new Float64Array(byPosition.length)
  for (let row = 0; row < clicks.length; row++) {
    const position = positions[row] ?? 0
    const e = byPosition[position] ?? 1
    const r = sigmoid(scores[row] ?? 0)
    const isClicked = clicks[row] === 1
    const neither = Math.max(1e-9, 1 - e * r)
    relevance[row] = isClicked ? 1 : (r * (1 - e)) / neither
    sums[position] = (sums[position] ?? 0) + (isClicked ? 1 : (e * (1 - r)) / neither)
    counts[position] = (counts[position] ?? 0) + 1
  }
  // The two parts are known up to a factor only: what is said is relative to the first place.
  const first = (sums[0] ?? 1) / Math.max(1, counts[0] ?? 1)
  return sums.map((sum, position) => Math.min(1, sum / Math.max(1, counts[position] ?? 1) / Math.max(1e-9, first)))
}

function refit({ features, x }: Impressions, relevance: Float32Array, from: Logistic, random: Random): void {
  trainLogistic({ features, x, relevance }, { epochs: 1, rate: 0.05, random, from })
}
