/** What a comparison needs of one arm: people, their outcomes' sum and sum of squares, and the same of a covariate. */
export type ArmMoments = {
  readonly people: number
  readonly sum: number
  readonly squares: number
  /** Outcome before the experiment, for CUPED. */
  readonly before: number
  readonly beforeSquares: number
  readonly crossed: number
}

/** Moments of an arm from its people: outcome in the experiment, outcome before. */
export function momentsOf(people: Iterable<{ readonly outcome: number; readonly before: number }>): ArmMoments {
  const moments = { people: 0, sum: 0, squares: 0, before: 0, beforeSquares: 0, crossed: 0 }
  for (const { outcome, before } of people) {
    moments.people += 1
    moments.sum += outcome
    moments.squares += outcome * outcome
    moments.before += before
    moments.beforeSquares += before * before
    moments.crossed += outcome * before
  }
  return moments
}

/** Mean and unbiased variance; a variance needs two people and is 0 for fewer. */
export function meanAndVariance({ people, sum, squares }: Pick<ArmMoments, 'people' | 'sum' | 'squares'>): {
  readonly mean: number
  readonly variance: number
} {
  if (people === 0) return { mean: 0, variance: 0 }
  const mean = sum / people
  return { mean, variance: people < 2 ? 0 : Math.max(0, (squares - people * mean * mean) / (people - 1)) }
}
