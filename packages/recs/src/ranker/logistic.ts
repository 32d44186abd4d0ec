import { type Random, shuffle } from '../random'
import { type RankRows, sigmoid } from './rank-rows'

/** A logistic regression: the score is `bias + Σ weights · x`. */
export type Logistic = { readonly weights: Float64Array; bias: number }

export type LogisticOptions = {
  readonly epochs?: number
  readonly rate?: number
  readonly ridge?: number
  readonly random: Random
  /** Goes on from this model, in place. */
  readonly from?: Logistic
}

/**
 * Maximum likelihood for relevances between 0 and 1, by AdaGrad (Duchi, Hazan & Singer 2011) row by row: features of
 * different scales each find their own pace.
 */
export function trainLogistic({ features, x, relevance }: RankRows, options: LogisticOptions): Logistic {
  const { epochs = 4, rate = 0.1, ridge = 1e-6, random } = options
  const model = options.from ?? { weights: new Float64Array(features), bias: 0 }
  const squares = new Float64Array(features + 1).fill(1e-6)
  const order = Int32Array.from({ length: relevance.length }, (_, row) => row)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const row of shuffle(order, random)) {
      const start = row * features
      let score = model.bias
      for (let f = 0; f < features; f++) score += (model.weights[f] ?? 0) * (x[start + f] ?? 0)
      const error = sigmoid(score) - (relevance[row] ?? 0)
      squares[features] = (squares[features] ?? 0) + error * error
      model.bias -= (rate * error) / Math.sqrt(squares[features] ?? 1)
      for (let f = 0; f < features; f++) {
        const slope = error * (x[start + f] ?? 0) + ridge * (model.weights[f] ?? 0)
        squares[f] = (squares[f] ?? 0) + slope * slope
        model.weights[f] = (model.weights[f] ?? 0) - (rate * slope) / Math.sqrt(squares[f] ?? 1)
      }
    }
  }
  return model
}

export function logisticScores({ weights, bias }: Logistic, x: Float32Array, into: Float32Array): void {
  const features = weights.length
  for (let row = 0; row < into.length; row++) {
    let score = bias
    const start = row * features
    for (let f = 0; f < features; f++) score += (weights[f] ?? 0) * (x[start + f] ?? 0)
    into[row] = score
  }
}
