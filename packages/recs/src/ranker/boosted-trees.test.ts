import { expect, test } from 'vitest'
import { seededRandom } from '../random'
import { allNodes, type BoostedTrees, innerNodes, treeContributions, treeScores } from './boosted-trees'

const [FEATURES, DEPTH, TREES] = [9, 4, 12]
const random = seededRandom(5)
const drawn = (length: number, of: () => number): Float32Array => Float32Array.from({ length }, of)
const model: BoostedTrees = {
  features: FEATURES,
  depth: DEPTH,
  base: 0.25,
  splitFeatures: Int32Array.from({ length: TREES * innerNodes(DEPTH) }, () => Math.floor(random() * FEATURES)),
  thresholds: drawn(TREES * innerNodes(DEPTH), random),
  values: drawn(TREES * allNodes(DEPTH), () => random() - 0.5),
}

test('a score is the sum of the leaves that a row falls to, however many rows are scored at once', () => {
  for (const rows of [1, 3, 4, 7, 16, 101]) {
    // Zero, as most features are, and values on a threshold among them.
    const x = drawn(rows * FEATURES, () =>
      random() < 0.4 ? 0 : random() < 0.2 ? (model.thresholds[3] ?? 0) : random(),
    )
    const scores = new Float32Array(rows)
    treeScores(model, x, scores)
    for (const [row, score] of scores.entries()) {
      const parts = treeContributions(model, x.subarray(row * FEATURES, (row + 1) * FEATURES))
      expect(score).toBeCloseTo(
        parts.reduce((sum, part) => sum + part, 0),
        4,
      )
    }
  }
})
