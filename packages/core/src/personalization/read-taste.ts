import { decayTo } from './decay'
import { DIMENSIONS, type Dimension } from './dimensions'
import type { Affinities, Profile } from './profile'
import type { SignalFacts } from './signal-facts'

/** Views' worth of evidence below which a taste is hardly a taste. */
const PRIOR_EVIDENCE = 6

/** All evidence of a dimension, for and against, and as much again as a taste needs to be one. */
export function evidenceOf(record: Readonly<Record<string, number>>): number {
  let all = PRIOR_EVIDENCE
  for (const value in record) all += Math.abs(record[value] ?? 0)
  return all
}

/** Each value's part of a dimension's evidence, -1 to 1, shrunk towards 0 while there is little of it. */
export function affinityShares(record: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  const all = evidenceOf(record)
  return new Map(Object.entries(record).map(([value, weight]) => [value, weight / all]))
}

export type TasteShares = Readonly<Record<Dimension, ReadonlyMap<string, number>>>

const sharesOf = (affinities: Affinities): TasteShares => ({
  category: affinityShares(affinities.category),
  brand: affinityShares(affinities.brand),
  colour: affinityShares(affinities.colour),
  style: affinityShares(affinities.style),
  material: affinityShares(affinities.material),
  price: affinityShares(affinities.price),
})

/** Long-term taste and the intent of this visit as of now, ready to be looked up for hundreds of pieces. */
export function readTaste(
  profile: Profile,
  nowMs: number,
): { readonly taste: TasteShares; readonly intent: TasteShares } {
  const current = decayTo(profile, nowMs)
  return { taste: sharesOf(current.taste), intent: sharesOf(current.intent) }
}

/** How well a piece agrees with shares of taste in one dimension, -1 to 1; a colour counts as the best of the piece's. */
export function agreement(shares: TasteShares, dimension: Dimension, facts: SignalFacts): number {
  if (dimension !== 'colour') return shares[dimension].get(facts[dimension]) ?? 0
  const families = [...new Set(Object.values(facts.colours))].map((family) => shares.colour.get(family) ?? 0)
  return families.length === 0 ? 0 : Math.max(...families)
}

/** The dimension in which a piece agrees most, and how much: what a reason can name. */
export function strongestAgreement(
  shares: TasteShares,
  facts: SignalFacts,
): { readonly dimension: Dimension; readonly share: number } | undefined {
  let best: { dimension: Dimension; share: number } | undefined
  for (const dimension of DIMENSIONS) {
    const share = agreement(shares, dimension, facts)
    if (share > (best?.share ?? 0)) best = { dimension, share }
  }
  return best
}

/** Pieces that the person asked not to see again. */
export const dislikedIds = (profile: Profile): ReadonlySet<number> =>
  new Set(profile.judged.filter(({ says }) => says === 'dislike').map(({ productId }) => productId))

/** Pieces on the person's list, newest first. */
export const savedIds = (profile: Profile): readonly number[] =>
  profile.saved.filter(({ isSaved }) => isSaved).map(({ productId }) => productId)
