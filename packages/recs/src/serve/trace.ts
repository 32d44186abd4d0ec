import type { Day } from '@selvedge/core'
import { shipsByIn } from './as-promised'
import { type AskedPiece, askedPiece } from './asked-piece'
import type { Composition } from './composition'
import type { FilterName } from './eligibility'
import { FEATURE_COUNT, FEATURE_NAMES } from './feature-names'
import { liftOf } from './ranked-rows'
import type { Recommended } from './recommend'
import { SOURCE_COUNT, SOURCE_NAMES, type SourceName } from './source-names'

/** What an answer was made from, for the inspector. */
export type Trace = {
  /** How many candidates each source brought. */
  readonly bySource: Readonly<Partial<Record<SourceName, number>>>
  /** Candidates by chance, best first. */
  readonly candidates: readonly TracedCandidate[]
  /** What could not be shown, and by which filter. */
  readonly refused: readonly {
    readonly productId: number
    readonly filter: FilterName
    readonly source: SourceName
    /** The day by which it may be promised, where it cannot be bought now. */
    readonly shipsBy?: Day
  }[]
  readonly refusedByFilter: Readonly<Partial<Record<FilterName, number>>>
  /** Of the product that was asked about. */
  readonly asked?: AskedPiece
}

export type TracedCandidate = {
  readonly productId: number
  readonly logOdds: number
  readonly factor: number
  /** What the house lifts it by: ageing stock with a live markdown, a wish that came true. */
  readonly lift: number
  readonly chance: number
  /** Position in the answer from 0; -1 when it is not in it. */
  readonly position: number
  readonly sources: readonly { readonly source: SourceName; readonly rank: number; readonly score: number }[]
  /** Features that say something, with their part in the log-odds. */
  readonly features: readonly { readonly name: string; readonly value: number; readonly part: number }[]
  readonly ruleIds: readonly string[]
  /** The day by which it may be promised, where it cannot be bought now. */
  readonly shipsBy?: Day
}

const TRACED_MAX = 120

export function traceOf(composition: Composition, items: readonly Recommended[]): Trace {
  const { pool, ranked, rules, scores, state, request } = composition
  const { askedId } = request
  const positions = new Map(items.map(({ place }, position) => [place, position]))
  const bySource: Partial<Record<SourceName, number>> = {}
  const candidates: TracedCandidate[] = []
  for (let row = 0; row < pool.length; row++) {
    const place = pool.places[row] ?? 0
    const sources = sourcesOf(composition, row)
    for (const { source } of sources) bySource[source] = (bySource[source] ?? 0) + 1
    const factor = rules.factors[place] ?? 1
    candidates.push({
      productId: state.table.ids[place] ?? 0,
      logOdds: scores[row] ?? 0,
      factor,
      lift: liftOf(pool, state.facts.lift, row),
      chance: ranked.chances[row] ?? 0,
      position: positions.get(place) ?? -1,
      sources,
      features: featuresOf(composition, row),
      ruleIds: rules.rulesOf(place),
      ...shipsByIn(composition, place),
    })
  }
  candidates.sort((a, b) => b.chance - a.chance || a.productId - b.productId)
  const refusedByFilter: Partial<Record<FilterName, number>> = {}
  const refused = pool.refused()
  for (const { filter } of refused.values()) refusedByFilter[filter] = (refusedByFilter[filter] ?? 0) + 1
  return {
    bySource,
    candidates: candidates.filter(
      ({ position, productId }, at) => position >= 0 || at < TRACED_MAX || productId === askedId,
    ),
    refused: [...refused]
      .slice(0, TRACED_MAX)
      .map(([place, why]) => ({ productId: state.table.ids[place] ?? 0, ...why, ...shipsByIn(composition, place) })),
    refusedByFilter,
    ...(askedId === undefined ? {} : { asked: askedPiece(composition, askedId, positions) }),
  }
}

function sourcesOf({ pool }: Composition, row: number) {
  return SOURCE_NAMES.flatMap((source, at) => {
    const rank = pool.ranks[row * SOURCE_COUNT + at] ?? 0
    return rank === 0 ? [] : [{ source, rank, score: pool.scores[row * SOURCE_COUNT + at] ?? 0 }]
  })
}

function featuresOf({ features, state }: Composition, row: number) {
  const parts = state.models.ranker.explain(features, row)
  return FEATURE_NAMES.flatMap((name, column) => {
    const value = features[row * FEATURE_COUNT + column] ?? 0
    return value === 0 ? [] : [{ name, value, part: parts[column] ?? 0 }]
  })
}
