import { beforeAll, describe, expect, test } from 'vitest'
import { parseArtefact, serialiseArtefact } from '../artefact/artefact'
import { seededRandom } from '../random'
import { FEATURE_COUNT, FEATURE_NAMES } from '../serve/feature-names'
import { createTreeRanker } from '../serve/tree-ranker'
import { allNodes, type BoostedTrees, treeContributions, treeScores } from './boosted-trees'
import { estimateExamination } from './examination'
import { binFeatures } from './feature-bins'
import { logisticScores, trainLogistic } from './logistic'
import { explainScore, parseRanker, type RankModel, rankerArtefact, rankScores, trainRanker } from './rank-model'
import { type Impressions, sigmoid } from './rank-rows'
import { trainTrees } from './train-trees'

/** Two features: the first makes a click likely, the second nothing; what is shown first is looked at most. */
function clicks(rows: number, seed: number, examined: (position: number) => number): Impressions {
  const random = seededRandom(seed)
  const log = {
    features: 2,
    x: new Float32Array(2 * rows),
    positions: new Uint8Array(rows),
    clicks: new Uint8Array(rows),
  }
  for (let row = 0; row < rows; row++) {
    const good = random()
    log.x.set([good, random()], 2 * row)
    // Better ones tend to stand higher, as in a shop that ranks already.
    log.positions[row] = Math.min(4, Math.floor((random() + (1 - good)) * 2.5))
    log.clicks[row] = random() < examined(log.positions[row] ?? 0) * sigmoid(3 * good - 2) ? 1 : 0
  }
  return log
}

const features = ['good', 'noise']
let model: RankModel
beforeAll(() => {
  model = trainRanker(
    clicks(20_000, 1, (position) => 1 / (1 + position)),
    features,
  )
})

describe('boosted trees', () => {
  // One tree of depth 1: right of .5 in feature 1.
  const one: BoostedTrees = {
    features: 2,
    depth: 1,
    base: -1,
    splitFeatures: Int32Array.of(1),
    thresholds: Float32Array.of(0.5),
    values: Float32Array.of(0.25, -0.5, 2),
  }

  test('a row goes left up to the threshold and right above it', () => {
    const scores = new Float32Array(2)
    treeScores(one, Float32Array.of(9, 0.5, 9, 0.75), scores)
    expect([...scores]).toEqual([-1.5, 1])
  })

  test('contributions add up to the score: base and root, then the change of every step', () => {
    expect([...treeContributions(one, Float32Array.of(9, 0.75))]).toEqual([0, 1.75, -0.75])
  })

  test('the first split and its leaves are those of the worked example', () => {
    // Relevance 0 0 1 1 over x = 1..4, p = ½: g = ½ ½ -½ -½, h = ¼ each; left of 2: value -1 / (½ + 1), right +⅔.
    const rows = { features: 1, x: Float32Array.of(1, 2, 3, 4), relevance: Float32Array.of(0, 0, 1, 1) }
    const found = trainTrees(rows, { trees: 1, depth: 1, rate: 1, ridge: 1, curvatureMin: 0 })
    expect(found.thresholds[0]).toBeGreaterThanOrEqual(2)
    expect(found.thresholds[0]).toBeLessThan(3)
    expect([...found.values]).toEqual([0, expect.closeTo(-2 / 3, 6), expect.closeTo(2 / 3, 6)])
  })

  test('they find what no straight line can: either, but not both', () => {
    const random = seededRandom(2)
    const x = Float32Array.from({ length: 4_000 }, () => random())
    const relevance = Float32Array.from({ length: 2_000 }, (_, row) =>
      (x[2 * row] ?? 0) > 0.5 !== (x[2 * row + 1] ?? 0) > 0.5 ? 1 : 0,
    )
    const found = trainTrees({ features: 2, x, relevance }, { trees: 20, depth: 3 })
    const scores = new Float32Array(2_000)
    treeScores(found, x, scores)
    const right = scores.filter((score, row) => score > 0 === (relevance[row] === 1)).length
    expect(right / 2_000).toBeGreaterThan(0.95)
  })

  test('bins have about equal numbers of rows, and a constant feature has one', () => {
    const x = Float32Array.from({ length: 2_000 }, (_, at) => (at % 2 === 0 ? at : 7))
    const { edges, codes } = binFeatures(x, 2)
    expect(edges[1]).toHaveLength(0)
    const counts = new Map<number, number>()
    for (const code of codes.subarray(0, 1_000)) counts.set(code, (counts.get(code) ?? 0) + 1)
    expect(Math.max(...counts.values())).toBeLessThan(2 * Math.min(...counts.values()))
  })

  test('nothing to learn from makes a model that says the mean', () => {
    const found = trainTrees({ features: 1, x: new Float32Array(100), relevance: new Float32Array(100).fill(0.25) })
    const scores = new Float32Array(1)
    treeScores(found, Float32Array.of(5), scores)
    expect(sigmoid(scores[0] ?? 0)).toBeCloseTo(0.25, 3)
    expect(found.values.every(Number.isFinite)).toBe(true)
    expect(found.values).toHaveLength(40 * allNodes(4))
  })
})

describe('position bias', () => {
  test('how likely a place is looked at is found from clicks alone', () => {
    const { byPosition } = estimateExamination(clicks(60_000, 3, (position) => 1 / (1 + position)))
    for (const [position, examined] of byPosition.entries())
      expect(Math.abs(examined - 1 / (1 + position))).toBeLessThan(0.15)
    expect(byPosition[0]).toBe(1)
  })

  test('where every place is looked at alike, no bias is invented', () => {
    const { byPosition } = estimateExamination(clicks(60_000, 4, () => 0.8))
    for (const examined of byPosition) expect(examined).toBeGreaterThan(0.7)
  })

  test('the score says what a shopper would do who looks, not what the page made of it', () => {
    const scores = new Float32Array(2)
    rankScores(model, Float32Array.of(0.1, 0.5, 0.9, 0.5), scores)
    const slope = (scores[1] ?? 0) - (scores[0] ?? 0)
    // Truth: 3 · .8 = 2.4 in log-odds; by clicks as they came, places included, it is steeper.
    const naive = trainRanker(
      clicks(20_000, 1, (position) => 1 / (1 + position)),
      features,
      { positionBias: 'none' },
    )
    rankScores(naive, Float32Array.of(0.1, 0.5, 0.9, 0.5), scores)
    const steeper = (scores[1] ?? 0) - (scores[0] ?? 0)
    expect(Math.abs(slope - 2.4)).toBeLessThan(Math.abs(steeper - 2.4))
  })
})

describe('a learned ranker', () => {
  test('explains itself: the parts add up, what matters comes first', () => {
    const row = Float32Array.of(0.9, 0.5)
    const scores = new Float32Array(1)
    rankScores(model, row, scores)
    const { base, parts } = explainScore(model, row)
    expect(base + parts.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(scores[0] ?? 0, 4)
    expect(parts[0]?.feature).toBe('good')
  })

  test('reads back from its file, and is refused over other features', () => {
    const header = { name: 'ranker', version: '1', window: { from: null, to: null }, metrics: {}, facts: {} }
    const artefact = parseArtefact(serialiseArtefact(rankerArtefact(header, model)))
    expect(parseRanker(artefact, features)).toEqual(model)
    expect(() => parseRanker(artefact, ['noise', 'good'])).toThrow(/other features/)
    expect(() =>
      trainRanker(
        clicks(10, 1, () => 1),
        ['one'],
      ),
    ).toThrow(RangeError)
  })

  test('is served over the columns of the shop by name', () => {
    const names = ['price.discount', 'item.age']
    const served = createTreeRanker('1', { ...model, features: names })
    const x = new Float32Array(2 * FEATURE_COUNT)
    for (const [row, values] of [
      [0.9, 0.5],
      [0.1, 0.5],
    ].entries()) {
      for (const [n, name] of names.entries()) x[row * FEATURE_COUNT + FEATURE_NAMES.indexOf(name)] = values[n] ?? 0
    }
    const [out, direct] = [new Float32Array(2), new Float32Array(2)]
    served.score(x, 2, out)
    rankScores(model, Float32Array.of(0.9, 0.5, 0.1, 0.5), direct)
    expect(out).toEqual(direct)
    const parts = served.explain(x, 0)
    expect(parts[FEATURE_NAMES.indexOf('price.discount')]).toBeCloseTo(
      explainScore(model, Float32Array.of(0.9, 0.5)).parts.find(({ feature }) => feature === 'good')?.part ?? 0,
      5,
    )
    expect(() => createTreeRanker('1', { ...model, features: ['good', 'item.age'] })).toThrow(
      /no feature is called good/,
    )
  })
})

test('a ranker from before a feature was known is served as it was learned: the new column changes nothing', () => {
  const before = FEATURE_NAMES.filter((name) => name !== 'price.margin')
  const random = seededRandom(9)
  const x = Float32Array.from({ length: 400 * before.length }, () => (random() < 0.5 ? 0 : random()))
  const clicks = Uint8Array.from({ length: 400 }, (_, row) => ((x[row * before.length] ?? 0) > 0.4 ? 1 : 0))
  const positions = Uint8Array.from({ length: 400 }, (_, row) => row % 8)
  const older = trainRanker({ features: before.length, x, positions, clicks }, before)
  const header = { name: 'ranker', version: '1', window: { from: null, to: null }, metrics: {}, facts: {} }
  const served = createTreeRanker('1', parseRanker(parseArtefact(serialiseArtefact(rankerArtefact(header, older)))))
  const [direct, laid] = [new Float32Array(400), new Float32Array(400)]
  rankScores(older, x, direct)
  const wide = new Float32Array(400 * FEATURE_COUNT)
  const margin = FEATURE_NAMES.indexOf('price.margin')
  for (let row = 0; row < 400; row++) {
    for (const [column, name] of before.entries())
      wide[row * FEATURE_COUNT + FEATURE_NAMES.indexOf(name)] = x[row * before.length + column] ?? 0
    wide[row * FEATURE_COUNT + margin] = random()
  }
  served.score(wide, 400, laid)
  for (const [row, score] of direct.entries()) expect(laid[row]).toBeCloseTo(score, 4)
  expect(served.explain(wide, 0)[margin]).toBe(0)
})

test('a logistic regression finds the odds it was drawn from', () => {
  const random = seededRandom(6)
  const x = Float32Array.from({ length: 20_000 }, () => random() * 2 - 1)
  const relevance = Float32Array.from({ length: 10_000 }, (_, row) =>
    sigmoid(0.5 + 2 * (x[2 * row] ?? 0) - (x[2 * row + 1] ?? 0)),
  )
  const found = trainLogistic({ features: 2, x, relevance }, { epochs: 10, random })
  expect(found.weights[0]).toBeCloseTo(2, 1)
  expect(found.weights[1]).toBeCloseTo(-1, 1)
  const scores = new Float32Array(1)
  logisticScores(found, Float32Array.of(0, 0), scores)
  expect(scores[0]).toBeCloseTo(0.5, 1)
})
