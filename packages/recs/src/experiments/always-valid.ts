import type { Adjusted } from './cuped'

export type Comparison = {
  /** Treatment less control, in the outcome's unit. */
  readonly difference: number
  /** Always-valid interval of the difference: it may be looked at after every person. */
  readonly low: number
  readonly high: number
  /** The always-valid p-value's sibling: whether the interval excludes 0. */
  readonly isDecided: boolean
}

/**
 * The interval of the mixture sequential probability ratio test with a normal mixture (Robbins 1970; Johari, Koomen,
 * Pekelis & Walsh 2017/2022, "Always valid inference", section 4). With V the variance of the difference of means and
 * τ² the mixture's variance, the interval
 *
 *   difference ± sqrt( V (V + τ²) / τ² · ln( (V + τ²) / (V α²) ) )
 *
 * covers the true difference at all times together with probability at least 1 - α: peeking costs nothing. τ is set
 * once, from what effect would matter (`tau`), not from the results.
 */
export function compareAlwaysValid(control: Adjusted, treatment: Adjusted, alpha: number, tau: number): Comparison {
  const difference = treatment.mean - control.mean
  const noise = varianceOfMean(control) + varianceOfMean(treatment)
  if (!(noise > 0) || control.people < MIN_PEOPLE || treatment.people < MIN_PEOPLE) {
    return { difference, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, isDecided: false }
  }
  const mixture = tau * tau
  const half = Math.sqrt(
    ((noise * (noise + mixture)) / mixture) * Math.log((noise + mixture) / (noise * alpha * alpha)),
  )
  const [low, high] = [difference - half, difference + half]
  return { difference, low, high, isDecided: low > 0 || high < 0 }
}

// Below this the means are not yet normal, which the interval rests on.
const MIN_PEOPLE = 30

const varianceOfMean = ({ variance, people }: Adjusted): number => (people === 0 ? 0 : variance / people)

/** The interval somebody would draw who looks once, at a time set beforehand: shown beside ours as the warning it is. */
export function compareOnce(control: Adjusted, treatment: Adjusted, z = 1.959964): Comparison {
  const difference = treatment.mean - control.mean
  const half = z * Math.sqrt(varianceOfMean(control) + varianceOfMean(treatment))
  const [low, high] = [difference - half, difference + half]
  return { difference, low, high, isDecided: half > 0 && (low > 0 || high < 0) }
}
