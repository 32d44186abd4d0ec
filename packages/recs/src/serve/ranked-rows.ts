import { CANDIDATES_MAX, type CandidatePool } from './candidate-pool'
import { WISHED_LIFT } from './lifts'
import { placeOfKey, rankKey, sortKeys } from './rank-key'
import { SOURCE_COUNT, SOURCE_NAMES } from './source-names'

/** Candidates by chance, best first; of equals the smaller product id, so that an answer is stable. */
export type RankedRows = {
  readonly length: number
  /** Rows of the pool in order. */
  readonly rows: Int16Array
  /** The chance of being opened, rules and lifts included, by row of the pool. */
  readonly chances: Float32Array
}

const LOG_ODDS_MAX = 30
const WISHED = SOURCE_NAMES.indexOf('wished')

/** What the house lifts a candidate by: ageing stock with a live markdown, a wish that came true. */
export const liftOf = ({ places, ranks }: CandidatePool, lifts: Float32Array, row: number): number =>
  (lifts[places[row] ?? 0] ?? 1) * ((ranks[row * SOURCE_COUNT + WISHED] ?? 0) > 0 ? WISHED_LIFT : 1)

/** Logistic function of a log-odds; finite whatever a model answers. */
export function chanceOf(logOdds: number): number {
  const bounded = Number.isFinite(logOdds) ? Math.min(LOG_ODDS_MAX, Math.max(-LOG_ODDS_MAX, logOdds)) : -LOG_ODDS_MAX
  return 1 / (1 + Math.exp(-bounded))
}

/** Ranks a pool by its scores; works in arrays of its own, the answer is overwritten by the next. */
export function createRowRanking() {
  const keys = new Float64Array(CANDIDATES_MAX)
  const rows = new Int16Array(CANDIDATES_MAX)
  const chances = new Float32Array(CANDIDATES_MAX)
  return (pool: CandidatePool, scores: Float32Array, factors: Float32Array, lifts: Float32Array): RankedRows => {
    const { length, places } = pool
    // A pass of its own: factors and lifts stand anywhere, and are fetched together.
    for (let row = 0; row < length; row++) chances[row] = (factors[places[row] ?? 0] ?? 1) * liftOf(pool, lifts, row)
    for (let row = 0; row < length; row++) {
      const chance = chanceOf(scores[row] ?? 0) * (chances[row] ?? 1)
      chances[row] = chance
      // Places ascend with ids: of equals the smaller id stands first.
      keys[row] = rankKey(chance, places[row] ?? 0)
    }
    sortKeys(keys, length)
    for (let at = 0; at < length; at++) rows[at] = pool.rowOf(placeOfKey(keys[at] ?? 0))
    return { length, rows, chances }
  }
}
