/** What a browser told of a page as it came up; times in milliseconds since the navigation began. */
export type Coming = {
  readonly firstPaint: number
  readonly largestPaint: number
  /** What tasks of more than 50 ms had beyond those, from the first paint on. */
  readonly blocked: number
  readonly layoutShift: number
}

/** By metric: the value that earns .9, the one that earns .5, and its weight; of Lighthouse 12, mobile. */
const CURVES: Readonly<Record<keyof Coming, readonly [good: number, middling: number, weight: number]>> = {
  firstPaint: [1_800, 3_000, 10],
  largestPaint: [2_500, 4_000, 25],
  blocked: [200, 600, 30],
  layoutShift: [0.1, 0.25, 25],
}

/**
 * 0 to 100 as Lighthouse 12 weighs what it measures on a phone, without its speed index, which needs a film (a tenth of
 * the whole there). Each metric is judged by the log-normal curve through its two points
 * (developer.chrome.com/docs/lighthouse/performance/performance-scoring).
 */
export const scoreOf = (coming: Coming): number => {
  let sum = 0
  let weights = 0
  for (const [metric, [good, middling, weight]] of Object.entries(CURVES)) {
    sum += weight * onCurve(coming[metric as keyof Coming], good, middling)
    weights += weight
  }
  return (100 * sum) / weights
}

/** The share of all pages that do worse, if those follow a log-normal law with this tenth and this half. */
export const onCurve = (value: number, good: number, middling: number): number => {
  if (value <= 0) return 1
  // erfc⁻¹(1/5): a fifth of both tails together lies beyond it.
  const tenth = 0.9061938024368232
  return (1 - erf((Math.log(value / middling) * tenth) / Math.log(middling / good))) / 2
}

/** The error function by formula 7.1.26 of Abramowitz and Stegun; wrong by less than 1.5e-7. */
const erf = (x: number): number => {
  const t = 1 / (1 + 0.3275911 * Math.abs(x))
  const sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return Math.sign(x) * (1 - sum * Math.exp(-x * x))
}
