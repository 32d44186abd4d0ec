/** How a piece fitted: too small, right, too large; the places of the three classes everywhere in this folder. */
export const OUTCOMES = ['small', 'fit', 'large'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What a shopper told of their body, all of it freely. */
export type Body = {
  readonly heightCm?: number | undefined
  readonly weightKg?: number | undefined
  readonly ageYears?: number | undefined
  /** Bust band in inches, as sizes are sold. */
  readonly bustBand?: number | undefined
  /** Bust cup as a step: A is 1, B is 2, … */
  readonly bustCup?: number | undefined
  /** One of a shop's own words (“pear”, “athletic”). */
  readonly shape?: string | undefined
}

/** One piece that one shopper wore in one size. `size` stands on the numeric scale of its kind (8, 10, 12 …; 36, 37 …). */
export type FitRow = {
  readonly user: number
  readonly item: number
  readonly category: number
  readonly size: number
  readonly outcome: Outcome
  readonly body: Body
}

/** A piece that a shopper had before, and how it was. */
export type PastFit = {
  readonly item: number
  readonly category: number
  readonly size: number
  readonly outcome: Outcome
}

export const outcomePlace = (outcome: Outcome): 0 | 1 | 2 => (outcome === 'small' ? 0 : outcome === 'fit' ? 1 : 2)
