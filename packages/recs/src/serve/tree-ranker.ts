import { treeContributions, treeScores } from '../ranker/boosted-trees'
import type { RankModel } from '../ranker/rank-model'
import { FEATURE_COUNT, FEATURE_NAMES } from './feature-names'
import type { Ranker } from './ranker'

/**
 * Serves learned trees. The model's features are laid over the columns by name, once: a column that was added since the
 * training is not looked at, and a name that no longer exists is a fault.
 */
export function createTreeRanker(version: string, model: RankModel): Ranker {
  const columns = Int32Array.from(model.features, (name) => {
    const at = FEATURE_NAMES.indexOf(name)
    if (at < 0) throw new Error(`ranker ${version}: no feature is called ${name}`)
    return at
  })
  const splitFeatures = model.trees.splitFeatures.map((feature) => columns[feature] ?? 0)
  const trees = { ...model.trees, features: FEATURE_COUNT, splitFeatures }
  return {
    version,
    score: (features, rows, out) => treeScores(trees, features, out.subarray(0, rows)),
    explain: (features, row) => {
      const parts = treeContributions(trees, features.subarray(row * FEATURE_COUNT, (row + 1) * FEATURE_COUNT))
      return Float32Array.from(parts.subarray(0, FEATURE_COUNT))
    },
  }
}
