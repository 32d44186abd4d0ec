import { type Artefact, type ArtefactHeader, floatsOf, integersOf } from '../artefact/artefact'
import { allNodes, type BoostedTrees, innerNodes, treeContributions, treeScores } from './boosted-trees'
import { estimateExamination } from './examination'
import type { Impressions } from './rank-rows'
import { type TreeOptions, trainTrees } from './train-trees'

/** A learned ranking over named features, and how likely each place of the page was looked at. */
export type RankModel = {
  readonly features: readonly string[]
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
  if (positionBias === 'none') {
    const relevance = Float32Array.from(log.clicks)
    return { features, trees: trainTrees({ ...log, relevance }, trees), examination: new Float64Array(0) }
  }
  const { byPosition, relevance } = estimateExamination(log, { seed })
  return { features, trees: trainTrees({ ...log, relevance }, trees), examination: byPosition }
}

/**
 * Scores of candidates, features row-major in the order of `model.features`: log-odds that the shopper would click, were
 * it looked at.
 */
export const rankScores = ({ trees }: RankModel, x: Float32Array, into: Float32Array): void =>
  treeScores(trees, x, into)

export type Contribution = { readonly feature: string; readonly part: number }

/** What made the score of one candidate, largest first; the parts and `base` add up to it. */
export function explainScore(model: RankModel, row: Float32Array): { base: number; parts: readonly Contribution[] } {
  const found = treeContributions(model.trees, row)
  const parts = model.features.map((feature, place) => ({ feature, part: found[place] ?? 0 }))
  parts.sort((a, b) => Math.abs(b.part) - Math.abs(a.part) || a.feature.localeCompare(b.feature))
  return { base: found[model.features.length] ?? 0, parts: parts.filter(({ part }) => part !== 0) }
}

/** The file of a ranker. */
export function rankerArtefact(header: Omit<ArtefactHeader, 'format' | 'kind'>, model: RankModel): Artefact {
  const { trees, features, examination } = model
  const { splitFeatures, thresholds, values, depth, base } = trees
  return {
    ...header,
    format: 1,
    kind: 'ranker',
    facts: { ...header.facts, features: features.join('|'), depth, base },
    arrays: { splitFeatures, thresholds, values, examination },
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
  return { features, examination, trees: { features: features.length, depth, base, splitFeatures, thresholds, values } }
}
