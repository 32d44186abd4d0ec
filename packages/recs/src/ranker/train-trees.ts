import { allNodes, type BoostedTrees, innerNodes } from './boosted-trees'
import { BINS_MAX, type Bins, binFeatures } from './feature-bins'
import { type RankRows, sigmoid } from './rank-rows'

export type TreeOptions = {
  readonly trees?: number
  readonly depth?: number
  /** Share of each tree's step that is taken. */
  readonly rate?: number
  /** λ on the values of leaves. */
  readonly ridge?: number
  /** Curvature (rows, weighted by their uncertainty) that a leaf needs. */
  readonly curvatureMin?: number
}

/**
 * Gradient boosting of the logistic loss on histograms (Friedman 2001; second order and the gain as in Chen & Guestrin,
 * "XGBoost", 2016). With g = p - relevance and h = p (1 - p) summed over the rows of a node,
 *
 *   value = -G / (H + λ),   gain = G_l² / (H_l + λ) + G_r² / (H_r + λ) - G² / (H + λ).
 *
 * Where a row was looked at with probability e only, P(click) = e · p (the position-based model), and
 *
 *   g = p - 1 for a click, e p (1 - p) / (1 - e p) without one,   h = e p (1 - p)² / (1 - e p), its expectation,
 *
 * which for e = 1 are the ones above: what stood where nobody looks teaches next to nothing.
 *
 * A node without a gain sends everything left. Nothing is drawn: the same rows make the same trees.
 */
export function trainTrees(rows: RankRows, options: TreeOptions = {}): BoostedTrees {
  const { trees = 40, depth = 4, rate = 0.1, ridge = 1, curvatureMin = 10 } = options
  const { features, x, relevance } = rows
  const bins = binFeatures(x, features)
  const looks = rows.examined?.reduce((sum, one) => sum + one, 0) ?? relevance.length
  const mean = Math.min(0.999, relevance.reduce((sum, one) => sum + one, 0) / Math.max(1, looks))
  const base = rows.offsets ? 0 : Math.log(Math.max(1e-6, mean) / Math.max(1e-6, 1 - mean))
  const model: BoostedTrees = {
    features,
    depth,
    base,
    splitFeatures: new Int32Array(trees * innerNodes(depth)),
    thresholds: new Float32Array(trees * innerNodes(depth)).fill(Number.POSITIVE_INFINITY),
    values: new Float32Array(trees * allNodes(depth)),
  }
  const growth: Growth = {
    bins,
    features,
    slopes: new Float64Array(relevance.length),
    curves: new Float64Array(relevance.length),
    nodes: new Uint16Array(relevance.length),
    limits: { ridge, curvatureMin },
  }
  const scores = rows.offsets ? Float64Array.from(rows.offsets) : new Float64Array(relevance.length).fill(base)
  for (let tree = 0; tree < trees; tree++) {
    for (let row = 0; row < scores.length; row++) {
      const p = sigmoid(scores[row] ?? 0)
      const e = rows.examined?.[row] ?? 1
      const [clicked, unseen] = [relevance[row] ?? 0, Math.max(1e-6, 1 - e * p)]
      growth.slopes[row] = clicked * (p - 1) + ((1 - clicked) * e * p * (1 - p)) / unseen
      growth.curves[row] = Math.max(1e-6, (e * p * (1 - p) ** 2) / unseen)
    }
    growTree(growth, model, tree, rate)
    for (let row = 0; row < scores.length; row++) {
      scores[row] = (scores[row] ?? 0) + (model.values[tree * allNodes(depth) + (growth.nodes[row] ?? 0)] ?? 0)
    }
  }
  return model
}

type Growth = {
  readonly bins: Bins
  readonly features: number
  readonly slopes: Float64Array
  readonly curves: Float64Array
  /** The node each row stands in. */
  readonly nodes: Uint16Array
  readonly limits: { readonly ridge: number; readonly curvatureMin: number }
}

/** Grows one tree level by level; afterwards `nodes` holds the leaf of each row. */
function growTree(growth: Growth, model: BoostedTrees, tree: number, rate: number): void {
  const { bins, nodes, slopes, curves, limits } = growth
  const [inner, all] = [innerNodes(model.depth), allNodes(model.depth)]
  nodes.fill(0)
  for (let level = 0; level < model.depth; level++) {
    const first = 2 ** level - 1
    const width = 2 ** level
    const splits = bestSplits(growth, first, width)
    for (const { node, feature, bin } of splits) {
      model.splitFeatures[tree * inner + node] = feature
      model.thresholds[tree * inner + node] = bins.edges[feature]?.[bin] ?? Number.POSITIVE_INFINITY
    }
    const byNode = new Map(splits.map((split) => [split.node, split]))
    for (let row = 0; row < nodes.length; row++) {
      const node = nodes[row] ?? 0
      const split = byNode.get(node)
      const isRight = split !== undefined && (bins.codes[split.feature * nodes.length + row] ?? 0) > split.bin
      nodes[row] = 2 * node + (isRight ? 2 : 1)
    }
  }
  const sums = new Float64Array(2 * all)
  for (let row = 0; row < nodes.length; row++) {
    for (let node = nodes[row] ?? 0; ; node = (node - 1) >> 1) {
      sums[2 * node] = (sums[2 * node] ?? 0) + (slopes[row] ?? 0)
      sums[2 * node + 1] = (sums[2 * node + 1] ?? 0) + (curves[row] ?? 0)
      if (node === 0) break
    }
  }
  for (let node = 0; node < all; node++) {
    model.values[tree * all + node] = (rate * (0 - (sums[2 * node] ?? 0))) / ((sums[2 * node + 1] ?? 0) + limits.ridge)
  }
}

type Split = { readonly node: number; readonly feature: number; readonly bin: number }

/** The best split of every node of a level, over the histograms of all features; nodes without a gain are left out. */
function bestSplits({ bins, features, slopes, curves, nodes, limits }: Growth, first: number, width: number): Split[] {
  const best = Array.from({ length: width }, () => ({ gain: 1e-3, feature: -1, bin: 0 }))
  const histogram = new Float64Array(width * BINS_MAX * 2)
  for (let feature = 0; feature < features; feature++) {
    histogram.fill(0)
    const codes = bins.codes.subarray(feature * nodes.length, (feature + 1) * nodes.length)
    for (let row = 0; row < nodes.length; row++) {
      const at = (((nodes[row] ?? 0) - first) * BINS_MAX + (codes[row] ?? 0)) * 2
      histogram[at] = (histogram[at] ?? 0) + (slopes[row] ?? 0)
      histogram[at + 1] = (histogram[at + 1] ?? 0) + (curves[row] ?? 0)
    }
    for (const [place, known] of best.entries()) {
      const found = bestBin(histogram.subarray(place * BINS_MAX * 2, (place + 1) * BINS_MAX * 2), limits)
      if (found.gain > known.gain) best[place] = { ...found, feature }
    }
  }
  return best.flatMap(({ feature, bin }, place) => (feature < 0 ? [] : [{ node: first + place, feature, bin }]))
}

function bestBin(histogram: Float64Array, { ridge, curvatureMin }: Growth['limits']): { gain: number; bin: number } {
  let [slope, curve] = [0, 0]
  for (let at = 0; at < histogram.length; at += 2) {
    slope += histogram[at] ?? 0
    curve += histogram[at + 1] ?? 0
  }
  const whole = slope ** 2 / (curve + ridge)
  let best = { gain: 0, bin: 0 }
  let [left, leftCurve] = [0, 0]
  for (let bin = 0; bin < BINS_MAX - 1; bin++) {
    left += histogram[2 * bin] ?? 0
    leftCurve += histogram[2 * bin + 1] ?? 0
    const rightCurve = curve - leftCurve
    if (leftCurve < curvatureMin || rightCurve < curvatureMin) continue
    const gain = left ** 2 / (leftCurve + ridge) + (slope - left) ** 2 / (rightCurve + ridge) - whole
    if (gain > best.gain) best = { gain, bin }
  }
  return best
}
