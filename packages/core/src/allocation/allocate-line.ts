import type { Candidate, Demand } from './candidate'
import type { AllocationPolicy, AllocationRule } from './policy'
import { SCORE_RULES } from './rules/score-rules'

/** Why a candidate gave nothing. */
export type Exclusion = 'empty' | 'not-whole' | 'not-needed'

/** A candidate with what decided about it, best first. */
export type Considered = {
  readonly recordId: number
  readonly locationId: number
  readonly available: number
  readonly kept: number
  readonly taken: number
  /** Units drawn on its supply to come, where the line is sold ahead. */
  readonly ahead?: number
  readonly scores: readonly { readonly rule: AllocationRule; readonly score: number }[]
  readonly excluded?: Exclusion
}

export type LinePlan = {
  /** Units by record, adding up to the demand exactly; empty when the line cannot be met whole. */
  readonly takes: readonly { readonly recordId: number; readonly locationId: number; readonly units: number }[]
  readonly considered: readonly Considered[]
  /** What this policy could give at most. */
  readonly reachable: number
}

type Scored = { readonly candidate: Candidate; readonly scores: readonly number[] }

// The record id last: two requests that see the same stock choose the same place.
const byScores = (a: Scored, b: Scored): number => {
  for (const [index, score] of a.scores.entries()) {
    const other = b.scores[index] ?? 0
    if (score !== other) return score - other
  }
  return a.candidate.recordId - b.candidate.recordId
}

/**
 * Chooses where one line's units come from: all of them or none. A counter of what is still missing runs down over the
 * ranked candidates, so that 5 from [3, 10] is 3 + 2 and never 8.
 */
export const allocateLine = (policy: AllocationPolicy, candidates: readonly Candidate[], demand: Demand): LinePlan => {
  const ranked = candidates
    .map((candidate) => ({ candidate, scores: policy.rules.map((rule) => SCORE_RULES[rule](candidate, demand)) }))
    .sort(byScores)
  const reachable = policy.split
    ? candidates.reduce((sum, { available }) => sum + available, 0)
    : candidates.reduce((most, { available }) => Math.max(most, available), 0)
  let missing = reachable >= demand.units ? demand.units : 0
  const takes: { recordId: number; locationId: number; units: number }[] = []
  const considered = ranked.map(({ candidate, scores }): Considered => {
    const { recordId, locationId, available } = candidate
    const usable = policy.split || available >= demand.units ? available : 0
    const taken = Math.min(missing, usable)
    const excluded = taken > 0 ? undefined : available === 0 ? 'empty' : usable === 0 ? 'not-whole' : 'not-needed'
    missing -= taken
    if (taken > 0) takes.push({ recordId, locationId, units: taken })
    return {
      recordId,
      locationId,
      available,
      kept: candidate.kept ?? 0,
      taken,
      scores: policy.rules.map((rule, index) => ({ rule, score: scores[index] ?? 0 })),
      ...(excluded === undefined ? {} : { excluded }),
    }
  })
  return { takes, considered, reachable }
}
