import { type Artefact, type ArtefactHeader, doublesOf, floatsOf, integersOf } from '../artefact/artefact'
import { seededRandom } from '../random'
import { allNodes, type BoostedTrees, innerNodes, treeContributions, treeScores } from './boosted-trees'
import { estimateExamination } from './examination'
import { type Logistic, logisticScores, trainLogistic } from './logistic'
import type { Impressions, RankRows } from './rank-rows'
import { type TreeOptions, trainTrees } from './train-trees'

/** A learned ranking over named features, and how likely each place of the page was looked at. */
export type RankModel = {
  readonly features: readonly string[]
  /** Weights by feature, and the constant in the last place: what a straight line can say. */
  readonly linear: Float64Array
  /** What is left for trees: thresholds and features that only count together. */
  readonly trees: BoostedTrees
  readonly examination: Float64Array
}

export type RankTraining = TreeOptions & {
  /** `none` trains on clicks as they came: the rows that are shown first then look better than they are. */
  readonly positionBias?: 'examined' | 'none'
  readonly seed?: number
}

/** Learns to rank from logged impressions; see estimateExamination for how position bias is taken out. */
export function trainRanker(log: Impressions, features: readonly string[], options: RankTraining = {}): RankModel {
  if (features.length !== log.features) throw new RangeError(`${features.length} names for ${log.features} features`)
  const { positionBias = 'examined', seed = 1, ...trees } = options
  const relevance = Float32Array.from(log.clicks)
  if (positionBias === 'none') {
    const logistic = trainLogistic({ ...log, relevance }, { epochs: 8, random: seededRandom(seed) })
    return { features, ...mended({ ...log, relevance }, logistic, trees), examination: new Float64Array(0) }
  }
  const { byPosition, model } = estimateExamination(log, { seed })
  const examined = Float32Array.from(log.positions, (position) => Math.max(EXAMINED_MIN, byPosition[position] ?? 0))
  return { features, ...mended({ ...log, relevance, examined }, model, trees), examination: byPosition }
}

/** The regression and the trees that begin where it ends. */
function mended(rows: RankRows, { weights, bias }: Logistic, options: TreeOptions) {
  const offsets = new Float32Array(rows.relevance.length)
  logisticScores({ weights, bias }, rows.x, offsets)
  return { linear: Float64Array.of(...weights, bias), trees: trainTrees({ ...rows, offsets }, options) }
}

// Below it an estimate is mostly noise, and one click would weigh like a hundred.
const EXAMINED_MIN = 0.02

/**
 * Scores of candidates, features row-major in the order of `model.features`: log-odds that the shopper would click, were
 * it looked at.
 */
export function rankScores({ trees, linear }: RankModel, x: Float32Array, into: Float32Array): void {
  treeScores(trees, x, into)
  addLinear(linear, x, into)
}

/** Adds the straight line to scores of rows as long as the line. */
export function addLinear(linear: Float64Array, x: Float32Array, into: Float32Array): void {
  const features = linear.length - 1
  for (let row = 0; row < into.length; row++) {
    let sum = linear[features] ?? 0
    const start = row * features
    for (let f = 0; f < features; f++) sum += (linear[f] ?? 0) * (x[start + f] ?? 0)
    into[row] = (into[row] ?? 0) + sum
  }
}

export type Contribution = { readonly feature: string; readonly part: number }

/** What made the score of one candidate, largest first; the parts and `base` add up to it. */
export function explainScore(model: RankModel, row: Float32Array): { base: number; parts: readonly Contribution[] } {
  const found = treeContributions(model.trees, row)
  const parts = model.features.map((feature, place) => ({
    feature,
    part: (found[place] ?? 0) + (model.linear[place] ?? 0) * (row[place] ?? 0),
  }))
  parts.sort((a, b) => Math.abs(b.part) - Math.abs(a.part) || a.feature.localeCompare(b.feature))
  const constant = model.linear[model.features.length] ?? 0
  return { base: (found[model.features.length] ?? 0) + constant, parts: parts.filter(({ part }) => part !== 0) }
}

/** The file of a ranker. */
export function rankerArtefact(header: Omit<ArtefactHeader, 'format' | 'kind'>, model: RankModel): Artefact {
  const { trees, features, examination, linear } = model
  const { splitFeatures, thresholds, values, depth, base } = trees
  return {
    ...header,
    format: 1,
    kind: 'ranker',
    facts: { ...header.facts, features: features.join('|'), depth, base },
    arrays: { linear, splitFeatures, thresholds, values, examination },
  }
}

/** The ranker of a file; one over other features than `expected` is a fault: their places would mean something else. */
export function parseRanker(artefact: Artefact, expected?: readonly string[]): RankModel {
  const { facts, name, arrays } = artefact
  const { features: names, depth, base } = facts
  const { examination } = arrays
  if (
    artefact.kind !== 'ranker' ||
    typeof names !== 'string' ||
    typeof depth !== 'number' ||
    typeof base !== 'number'
  ) {
    throw new Error(`model artefact ${name}: no ranker`)
  }
  if (expected && names !== expected.join('|')) throw new Error(`model artefact ${name}: trained on other features`)
  const features = names.split('|')
  const splitFeatures = integersOf(artefact, 'splitFeatures')
  const [thresholds, values] = [floatsOf(artefact, 'thresholds'), floatsOf(artefact, 'values')]
  const trees = values.length / allNodes(depth)
  const isWhole = Number.isInteger(trees) && splitFeatures.length === trees * innerNodes(depth)
  const isKnown = splitFeatures.every((feature) => feature >= 0 && feature < features.length)
  if (!isWhole || !isKnown || thresholds.length !== splitFeatures.length || !(examination instanceof Float64Array)) {
    throw new Error(`model artefact ${name}: the trees contradict their depth or features`)
  }
  const linear = doublesOf(artefact, 'linear')
  if (linear.length !== features.length + 1) throw new Error(`model artefact ${name}: weights do not fit the features`)
  return {
    features,
    examination,
    linear,
    trees: { features: features.length, depth, base, splitFeatures, thresholds, values },
  }
}
