import { FORGOTTEN } from './decay'
import { DIMENSIONS, type Dimension } from './dimensions'
import type { Affinities, Profile } from './profile'

/** Views' worth of evidence below which a taste is hardly a taste. */
const PRIOR_EVIDENCE = 6

/**
 * Evidence weakened by a factor, as terms `dimension:value` with each value's part of its dimension's evidence: -1 to 1,
 * shrunk towards 0 while there is little of it. What is hardly felt any more is left out. In one pass and without a
 * record on the way: every answer asks for it.
 */
export function tasteTerms(affinities: Affinities, factor: number): readonly (readonly [string, number])[] {
  const terms: [string, number][] = []
  for (const dimension of DIMENSIONS) {
    const record = affinities[dimension]
    const from = terms.length
    let all = PRIOR_EVIDENCE
    for (const value in record) {
      const weight = (record[value] ?? 0) * factor
      const strength = Math.abs(weight)
      if (strength < FORGOTTEN) continue
      all += strength
      terms.push([termOf(dimension, value), weight])
    }
    for (let at = from; at < terms.length; at++) {
      const term = terms[at]
      if (term !== undefined) term[1] /= all
    }
  }
  return terms
}

/** Terms that were put together before, by dimension. A text that is made anew is hashed anew wherever it is looked up. */
const TERMS = new Map<Dimension, Map<string, string>>(DIMENSIONS.map((dimension) => [dimension, new Map()]))
/** Many times what a catalogue says of itself; past it all are let go of. */
const TERMS_MAX = 20_000

function termOf(dimension: Dimension, value: string): string {
  const known = TERMS.get(dimension)
  const found = known?.get(value)
  if (found !== undefined) return found
  const term = `${dimension}:${value}`
  if ((known?.size ?? 0) >= TERMS_MAX) known?.clear()
  known?.set(value, term)
  return term
}

/** Pieces that the person asked not to see again. */
export const dislikedIds = (profile: Profile): ReadonlySet<number> =>
  new Set(profile.judged.filter(({ says }) => says === 'dislike').map(({ productId }) => productId))

/** Pieces on the person's list, newest first. */
export const savedIds = (profile: Profile): readonly number[] =>
  profile.saved.filter(({ isSaved }) => isSaved).map(({ productId }) => productId)
