/** Units that may come, as a distribution over whole numbers given by mean and variance. */
export type Outlook = { readonly mean: number; readonly variance: number }
export type Interval = { readonly low: number; readonly high: number }

export const COVERAGE = 0.8
/** Above this mean the steps between whole numbers do not matter, and the normal law is close and cheap. */
const NORMAL_FROM = 400
/** The normal law's 90 % quantile. */
const Z90 = 1.2816
/** A lopsided interval has to be much nearer to its 80 % to be taken. */
const LOPSIDED = 0.15

/**
 * Chances of 0, 1, 2 … units: negative binomial where the variance is above the mean, Poisson where it is not. Moments
 * of r and p: r = mean² / (variance - mean), p = r / (r + mean). Ends where less than 1e-6 is left.
 */
export const chancesOf = ({ mean, variance }: Outlook): readonly number[] => {
  if (mean <= 0) return [1]
  const size = variance > mean * 1.0001 ? mean ** 2 / (variance - mean) : Number.POSITIVE_INFINITY
  const odds = Number.isFinite(size) ? mean / (size + mean) : 0
  let chance = Number.isFinite(size) ? (size / (size + mean)) ** size : Math.exp(-mean)
  let left = 1
  const chances: number[] = []
  const longest = Math.ceil(mean + 12 * Math.sqrt(Math.max(mean, variance))) + 10
  for (let units = 0; units < longest && left > 1e-6; units += 1) {
    chances.push(chance)
    left -= chance
    chance *= Number.isFinite(size) ? ((units + size) / (units + 1)) * odds : mean / (units + 1)
  }
  return chances
}

/**
 * The interval of whole units whose chance comes nearest to 80 %, of equally near ones the more central. Counts jump:
 * quantiles would cover far more than they say for what sells a piece now and then; over many SKUs these do not.
 */
export const intervalOf = (outlook: Outlook): Interval => {
  const { mean, variance } = outlook
  if (mean >= NORMAL_FROM) {
    const reach = Z90 * Math.sqrt(Math.max(mean, variance))
    return { low: Math.max(0, Math.round(mean - reach)), high: Math.round(mean + reach) }
  }
  const below = [0] // chance of fewer than n units
  for (const chance of chancesOf(outlook)) below.push((below.at(-1) ?? 0) + chance)
  let best = { low: 0, high: 0, penalty: Number.POSITIVE_INFINITY }
  let high = 0
  for (let low = 0; low < below.length - 1; low += 1) {
    const under = below[low] ?? 0
    if (under > 1 - COVERAGE + 0.05) break
    high = Math.max(low, high)
    while (high + 2 < below.length && (below[high + 1] ?? 1) - under < COVERAGE) high += 1
    for (const end of high > low ? [high - 1, high] : [high]) {
      const covered = (below[end + 1] ?? 1) - under
      const over = Math.max(0, 1 - covered - under)
      const penalty = Math.abs(covered - COVERAGE) + LOPSIDED * Math.abs(over - under)
      if (penalty < best.penalty) best = { low, high: end, penalty }
    }
  }
  return { low: best.low, high: best.high }
}

/** Fewest units that are enough with this chance. */
export const enoughFor = (outlook: Outlook, chance: number): number => {
  if (outlook.mean >= NORMAL_FROM) {
    const reach = normalQuantile(chance) * Math.sqrt(Math.max(outlook.mean, outlook.variance))
    return Math.ceil(outlook.mean + reach)
  }
  let reached = 0
  const chances = chancesOf(outlook)
  for (const [units, one] of chances.entries()) {
    reached += one
    if (reached >= chance) return units
  }
  return chances.length
}

/** Abramowitz & Stegun 26.2.23, good to 4.5e-4; for chances above one half. */
export const normalQuantile = (chance: number): number => {
  const t = Math.sqrt(-2 * Math.log(1 - Math.max(0.5, chance)))
  return t - (2.515517 + 0.802853 * t + 0.010328 * t ** 2) / (1 + 1.432788 * t + 0.189269 * t ** 2 + 0.001308 * t ** 3)
}
