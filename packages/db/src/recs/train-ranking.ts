import {
  areaUnderCurve,
  createDefaultRanker,
  FEATURE_NAMES,
  type Impressions,
  rankerArtefact,
  rankScores,
  serialiseArtefact,
  trainRanker,
} from '@selvedge/recs'
import type { Pool } from 'pg'
import { publishArtefact } from './artefact-store'
import { readImpressions } from './read-impressions'
import { SHOP_MODELS, type TrainedModel, versioned } from './shop-models'

/** With less a ranking would be learned from chance. */
const ROWS_MIN = 2_000
const CLICKS_MIN = 100
/** The newest part is kept back to judge what was learned from the rest. */
const KEPT_BACK = 0.2

/**
 * Learns the ranking from impressions as they were served and publishes it, if on the newest fifth, which it has not
 * seen, it orders clicks better than the weights by judgement. Undefined where there is too little to learn from or
 * judgement orders as well.
 */
export async function trainRanking(pool: Pool, clockMs: () => number): Promise<TrainedModel | undefined> {
  const { until, ...log } = await readImpressions(pool)
  const clicks = log.clicks.reduce((sum, one) => sum + one, 0)
  if (log.clicks.length < ROWS_MIN || clicks < CLICKS_MIN) return undefined
  const start = clockMs()
  const metrics = judged(log)
  if (metrics.auc <= metrics.auc_by_judgement) return undefined
  const header = {
    name: SHOP_MODELS.ranker,
    version: '',
    window: { from: null, to: until?.toISOString() ?? null },
    metrics,
    facts: { impressions: log.clicks.length, clicks },
  }
  const artefact = versioned(rankerArtefact(header, trainRanker(log, FEATURE_NAMES)))
  const { version, isNew } = await publishArtefact(pool, serialiseArtefact(artefact))
  return { name: artefact.name, version, isNew, ms: Math.round(clockMs() - start) }
}

/** How well clicks of the newest part are ordered by a model of the older part, and by judgement. */
function judged(log: Impressions): { readonly auc: number; readonly auc_by_judgement: number } {
  const cut = Math.floor(log.clicks.length * (1 - KEPT_BACK))
  const newer = partOf(log, cut, log.clicks.length)
  const [learned, byJudgement] = [new Float32Array(newer.clicks.length), new Float32Array(newer.clicks.length)]
  rankScores(trainRanker(partOf(log, 0, cut), FEATURE_NAMES), newer.x, learned)
  createDefaultRanker().score(newer.x, newer.clicks.length, byJudgement)
  const isClicked = (row: number): boolean => newer.clicks[row] === 1
  return { auc: areaUnderCurve(learned, isClicked), auc_by_judgement: areaUnderCurve(byJudgement, isClicked) }
}

const partOf = ({ features, x, positions, clicks }: Impressions, from: number, to: number): Impressions => ({
  features,
  x: x.subarray(from * features, to * features),
  positions: positions.subarray(from, to),
  clicks: clicks.subarray(from, to),
})
