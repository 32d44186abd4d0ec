import { betaSampler } from './random'

/** One thing that may be tried, with what is known of it. */
export type Arm = { readonly impressions: number; readonly clicks: number }
export type Explored = {
  /** Which arm. */
  readonly arm: number
  /** With what probability this arm was shown: what an unbiased estimate divides by. Never 0. */
  readonly propensity: number
}

// A shop's usual rate of opening a card, worth twenty impressions.
const PRIOR_CLICKS = 1
const PRIOR_MISSES = 19
const DRAWS = 16

/**
 * Thompson sampling (Thompson 1933) over Beta posteriors. The posterior's favourites are drawn DRAWS times; the arm is
 * then drawn from those frequencies, mixed with a uniform share, so the logged propensity is exactly the probability
 * by which it was chosen.
 */
export function explore(arms: readonly Arm[], random: () => number, uniformShare = 0.1): Explored | undefined {
  if (arms.length === 0) return undefined
  const wins = new Float64Array(arms.length)
  const rates = arms.map(({ impressions, clicks }) =>
    betaSampler(random, PRIOR_CLICKS + Math.max(0, clicks), PRIOR_MISSES + Math.max(0, impressions - clicks)),
  )
  for (let draw = 0; draw < DRAWS; draw++) {
    let [winner, best] = [0, -1]
    for (let arm = 0; arm < rates.length; arm++) {
      const rate = rates[arm]?.() ?? 0
      if (rate <= best) continue
      winner = arm
      best = rate
    }
    wins[winner] = (wins[winner] ?? 0) + 1
  }
  const propensity = (arm: number): number =>
    (1 - uniformShare) * ((wins[arm] ?? 0) / DRAWS) + uniformShare / arms.length
  let rest = random()
  for (let arm = 0; arm < arms.length; arm++) {
    rest -= propensity(arm)
    if (rest < 0) return { arm, propensity: propensity(arm) }
  }
  return { arm: arms.length - 1, propensity: propensity(arms.length - 1) }
}
