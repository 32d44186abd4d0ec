import { type Random, shuffle } from '../random'

/** Weights of a multinomial logistic regression: one row of `features` numbers for each class. */
export type Softmax = { readonly classes: number; readonly features: number; readonly weights: Float64Array }

export type SoftmaxRows = {
  readonly classes: number
  readonly features: number
  /** Row-major. */
  readonly x: Float64Array
  readonly y: Uint8Array
}

export type SoftmaxOptions = {
  readonly epochs: number
  readonly batch: number
  readonly rate: number
  readonly ridge: number
  readonly random: Random
}

/** Probabilities of the classes for a row. */
export function probabilities({ classes, features, weights }: Softmax, x: Float64Array, from = 0): Float64Array {
  const scores = new Float64Array(classes)
  let largest = Number.NEGATIVE_INFINITY
  for (let c = 0; c < classes; c++) {
    let sum = 0
    for (let f = 0; f < features; f++) sum += (weights[c * features + f] ?? 0) * (x[from + f] ?? 0)
    scores[c] = sum
    if (sum > largest) largest = sum
  }
  let sum = 0
  for (let c = 0; c < classes; c++) {
    const raised = Math.exp((scores[c] ?? 0) - largest)
    scores[c] = raised
    sum += raised
  }
  for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) / sum
  return scores
}

/** Maximum likelihood with a ridge, by Adam (Kingma & Ba 2015) over shuffled batches, its rate falling to zero. */
export function trainSoftmax(rows: SoftmaxRows, options: SoftmaxOptions): Softmax {
  const { classes, features, x, y } = rows
  const { epochs, batch, rate, ridge, random } = options
  const model = { classes, features, weights: new Float64Array(classes * features) }
  const [slope, first, second] = [0, 1, 2].map(() => new Float64Array(classes * features))
  if (!slope || !first || !second) return model
  const order = Int32Array.from({ length: y.length }, (_, row) => row)
  const steps = epochs * Math.ceil(y.length / batch)
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (let from = 0; from < order.length; from += batch) {
      slope.fill(0)
      const part = order.subarray(from, from + batch)
      for (const row of part) {
        const p = probabilities(model, x, row * features)
        for (let c = 0; c < classes; c++) {
          const error = (p[c] ?? 0) - (y[row] === c ? 1 : 0)
          for (let f = 0; f < features; f++) {
            slope[c * features + f] =
              (slope[c * features + f] ?? 0) + (error * (x[row * features + f] ?? 0)) / part.length
          }
        }
      }
      step++
      descend(model.weights, { slope, first, second }, { rate: rate * (1 - (step - 1) / steps), ridge, step })
    }
  }
  return model
}

type Moments = { readonly slope: Float64Array; readonly first: Float64Array; readonly second: Float64Array }

function descend(
  weights: Float64Array,
  { slope, first, second }: Moments,
  at: { rate: number; ridge: number; step: number },
) {
  for (let w = 0; w < weights.length; w++) {
    const g = (slope[w] ?? 0) + at.ridge * (weights[w] ?? 0)
    const m = 0.9 * (first[w] ?? 0) + 0.1 * g
    const v = 0.999 * (second[w] ?? 0) + 0.001 * g * g
    first[w] = m
    second[w] = v
    const [mean, spread] = [m / (1 - 0.9 ** at.step), v / (1 - 0.999 ** at.step)]
    weights[w] = (weights[w] ?? 0) - (at.rate * mean) / (Math.sqrt(spread) + 1e-8)
  }
}
