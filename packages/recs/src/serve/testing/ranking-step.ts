import type { ShopperView } from '@selvedge/core'
import { type RankModel, rankScores, trainRanker } from '../../ranker/rank-model'
import { CANDIDATES_MAX, createCandidatePool } from '../candidate-pool'
import { codeShopper } from '../coded-shopper'
import { FEATURE_COUNT, FEATURE_NAMES } from '../feature-names'
import { fillFeatures } from '../features'
import { fitFor } from '../placed-fit'
import { createRandom } from '../random'
import { chanceOf, createRowRanking } from '../ranked-rows'
import type { EngineState } from '../recommend'
import { SOURCE_NAMES } from '../source-names'
import { createTreeRanker } from '../tree-ranker'
import { NOW_MS } from './drawn-shop'

/** A ranking learned from drawn impressions: as large as a served one, and no wiser than chance. */
export function drawRanker(seed: number, rows = 1_500): RankModel {
  const random = createRandom(seed)
  const x = Float32Array.from({ length: rows * FEATURE_COUNT }, () => (random() < 0.5 ? 0 : random()))
  const clicks = Uint8Array.from({ length: rows }, (_, row) => {
    const [a, b] = [x[row * FEATURE_COUNT] ?? 0, x[row * FEATURE_COUNT + 20] ?? 0]
    return random() < 0.1 + 0.6 * a * b ? 1 : 0
  })
  const positions = Uint8Array.from({ length: rows }, (_, row) => row % 24)
  return trainRanker({ features: FEATURE_COUNT, x, positions, clicks }, FEATURE_NAMES)
}

/**
 * One answer's ranking by itself: all features of 500 candidates, their scores by a learned model, their order. Beside
 * it the same by the plain trees and a comparing sort of objects.
 */
export function rankingStep(state: EngineState, model: RankModel) {
  const { table, bits, facts, models } = state
  const pool = createCandidatePool(table.size)
  const random = createRandom(11)
  pool.begin({ refusal: () => -1, fetch: () => undefined })
  for (const source of SOURCE_NAMES) {
    pool.from(source)
    for (let n = 0; n < 120; n++) pool.offer(Math.floor(random() * table.size), 1 / (1 + n))
  }
  const features = new Float32Array(CANDIDATES_MAX * FEATURE_COUNT)
  const scores = new Float32Array(CANDIDATES_MAX)
  const ranker = createTreeRanker('drawn', model)
  const order = createRowRanking()
  const factors = new Float32Array(table.size).fill(1)
  const fill = (shopper: ShopperView): void => {
    const coded = codeShopper(table, bits, shopper)
    const fit = fitFor(models, bits, shopper.wearing)
    models.fit?.fetch(pool.places, pool.length)
    fillFeatures({ table, bits, facts, shopper: coded, fit, nowMs: NOW_MS, season: 2 }, pool, features)
  }
  return {
    candidates: pool.length,
    rank: (shopper: ShopperView): readonly number[] => {
      fill(shopper)
      ranker.score(features, pool.length, scores)
      return Array.from(order(pool, scores, factors, facts.lift).rows)
    },
    rankPlainly: (shopper: ShopperView): readonly number[] => {
      fill(shopper)
      rankScores(model, features.subarray(0, pool.length * FEATURE_COUNT), scores)
      const rows = Array.from(scores, (score, row) => ({ row, place: pool.places[row] ?? 0, chance: chanceOf(score) }))
      return rows.sort((a, b) => b.chance - a.chance || a.place - b.place).map(({ row }) => row)
    },
  }
}
