import { FEATURE_COUNT, FEATURE_NAMES } from './feature-names'
import { innerProduct } from './inner-product'

/** Scores feature rows. A score is a log-odds of being opened: finite, higher is better. */
export type Ranker = {
  readonly version: string
  /** Scores `rows` rows of FEATURE_COUNT columns into `out`. */
  score(features: Float32Array, rows: number, out: Float32Array): void
  /** How much each column adds to the score of one row, the rest (a constant) left out; overwritten by the next. */
  explain(features: Float32Array, row: number): Float32Array
}

/** A linear ranker from weights by feature name. An unknown name is a fault: the model means something else. */
export function createLinearRanker(version: string, weights: Readonly<Record<string, number>>, bias: number): Ranker {
  const columns = new Float32Array(FEATURE_COUNT)
  for (const [name, weight] of Object.entries(weights)) {
    const at = FEATURE_NAMES.indexOf(name)
    if (at < 0) throw new Error(`ranker ${version}: no feature is called ${name}`)
    if (!Number.isFinite(weight)) throw new Error(`ranker ${version}: the weight of ${name} is not finite`)
    columns[at] = weight
  }
  const parts = new Float32Array(FEATURE_COUNT)
  return {
    version,
    score: (features, rows, out) => {
      for (let row = 0; row < rows; row++) {
        out[row] = bias + innerProduct(columns, 0, features, row * FEATURE_COUNT, FEATURE_COUNT)
      }
    },
    explain: (features, row) => {
      for (let column = 0; column < FEATURE_COUNT; column++) {
        parts[column] = (columns[column] ?? 0) * (features[row * FEATURE_COUNT + column] ?? 0)
      }
      return parts
    },
  }
}
