import type { Candidate, Demand } from './candidate'
import type { AllocationPolicy } from './policy'
import { SCORE_RULES } from './rules/score-rules'

type Line = { readonly units: number; readonly candidates: readonly Candidate[] }
type Request = {
  readonly policy: AllocationPolicy
  readonly lines: readonly Line[]
  readonly destination?: Demand['destination']
}

/** Sets of more places than this are not looked for: an order that needs four parcels gains little from the right four. */
const PLACES_MAX = 3

/**
 * The smallest set of places that can send all lines of a request, for `fewest-parcels` to begin from: line by line it
 * would take the first place of the first line, though another place has everything. Rules of more weight come first
 * (only places they leave equal are looked at), rules of less weight choose between sets of one size. Empty when the
 * policy does not ask, or no such set exists: then each line goes its way.
 */
export const fewestPlaces = ({ policy, lines, destination }: Request): ReadonlySet<number> => {
  const weight = policy.rules.indexOf('fewest-parcels')
  if (weight < 0 || lines.length < 2) return new Set()
  const scores = (rules: AllocationPolicy['rules'], candidate: Candidate, units: number): number[] =>
    rules.map((rule) =>
      SCORE_RULES[rule](candidate, { units, sending: new Set(), ...(destination ? { destination } : {}) }),
    )
  const before = policy.rules.slice(0, weight)
  const wanted = lines.map((line) => leftEqual(line, (candidate) => scores(before, candidate, line.units)))
  const after = policy.rules.slice(weight + 1)
  const ranked = rankPlaces(wanted, (candidate, units) => scores(after, candidate, units))
  for (let size = 1; size <= Math.min(PLACES_MAX, ranked.length); size += 1) {
    for (const places of setsOf(ranked, size))
      if (wanted.every((line) => canSend(line, places, policy.split))) return places
  }
  return new Set()
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const index = a.findIndex((score, at) => score !== b[at])
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0)
}

/** Of a line's candidates with anything to give, those that the rules of more weight put first. */
const leftEqual = (line: Line, scoresOf: (candidate: Candidate) => readonly number[]): Line => {
  const able = line.candidates.filter(({ available }) => available > 0)
  const scored = able.map((candidate) => ({ candidate, scores: scoresOf(candidate) }))
  const best = scored.map(({ scores }) => scores).sort(compare)[0] ?? []
  return {
    units: line.units,
    candidates: scored.flatMap(({ candidate, scores }) => (compare(scores, best) === 0 ? [candidate] : [])),
  }
}

/** Every place that could give anything, best first by the rules of less weight, over all lines it could give for. */
const rankPlaces = (
  lines: readonly Line[],
  scoresOf: (candidate: Candidate, units: number) => readonly number[],
): readonly number[] => {
  const worst = new Map<number, readonly number[]>()
  for (const { units, candidates } of lines) {
    for (const candidate of candidates) {
      const scores = scoresOf(candidate, units)
      const known = worst.get(candidate.locationId)
      if (!known || compare(known, scores) < 0) worst.set(candidate.locationId, scores)
    }
  }
  return [...worst].sort(([a, as], [b, bs]) => compare(as, bs) || a - b).map(([locationId]) => locationId)
}

/** Sets of this size, those of the best places first. */
function* setsOf(ranked: readonly number[], size: number): Generator<ReadonlySet<number>> {
  if (size === 0) return yield new Set()
  for (const [index, place] of ranked.entries()) {
    for (const rest of setsOf(ranked.slice(index + 1), size - 1)) yield new Set([place, ...rest])
  }
}

const canSend = ({ units, candidates }: Line, places: ReadonlySet<number>, split: boolean): boolean => {
  const there = candidates.flatMap(({ locationId, available }) => (places.has(locationId) ? [available] : []))
  return (split ? there.reduce((sum, available) => sum + available, 0) : Math.max(0, ...there)) >= units
}
