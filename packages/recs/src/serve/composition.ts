import type { PlacementPlan } from '@selvedge/core'
import type { CandidatePool } from './candidate-pool'
import type { Caps } from './caps'
import type { CodedShopper } from './coded-shopper'
import type { CompiledRules } from './compiled-rules'
import { FEATURE_COUNT } from './feature-names'
import type { RankedRows } from './ranked-rows'
import { reasonOf, type ServedReason, strongestSource } from './reason-of'
import type { EngineState, Recommended, RecommendRequest } from './recommend'
import type { SelectDiverse } from './select-diverse'

/** A ranked pool on its way to an answer. */
export type Composition = {
  readonly state: EngineState
  readonly plan: PlacementPlan
  readonly rules: CompiledRules
  readonly pool: CandidatePool
  readonly features: Float32Array
  /** Log-odds by candidate. */
  readonly scores: Float32Array
  readonly ranked: RankedRows
  readonly caps: Caps
  readonly selectDiverse: SelectDiverse
  readonly shopper: CodedShopper
  readonly anchor: number
  /** The season where the shopper is. */
  readonly season: number
  readonly refusal: (place: number) => number
  readonly random: () => number
  readonly request: RecommendRequest
}

/** A candidate with its reason. */
export function shown(composition: Composition, row: number): Recommended {
  const { state, pool, features, shopper, anchor, season, request, ranked } = composition
  const parts = state.models.ranker.explain(features, row)
  const source = strongestSource(pool, row, parts)
  const { table, models } = state
  const place = pool.places[row] ?? 0
  const told = reasonOf({ table, models, shopper, anchor, season, pool }, row, source)
  const reason: ServedReason =
    request.placement === 'complete-look' && anchor >= 0 ? { code: 'GOES_WITH', place: anchor } : told
  return {
    productId: table.ids[place] ?? 0,
    place,
    score: ranked.chances[row] ?? 0,
    source,
    reason,
    features: toThousandths(features, row),
  }
}

function toThousandths(features: Float32Array, row: number): readonly number[] {
  const rounded = new Array<number>(FEATURE_COUNT)
  const from = row * FEATURE_COUNT
  for (let column = 0; column < FEATURE_COUNT; column++) {
    rounded[column] = Math.round((features[from + column] ?? 0) * 1_000) / 1_000
  }
  return rounded
}
