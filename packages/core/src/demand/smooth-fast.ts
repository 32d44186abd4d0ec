import { mean, seenWeeks, type WeeklySeries } from './weekly-series'

export type Smoothing = {
  /** Weight of the newest week in the level, of the newest step in the trend, and what is left of the trend a week. */
  readonly level: number
  readonly trend: number
  readonly damping: number
}

export type SmoothedState = {
  readonly level: number
  readonly trend: number
  readonly weights: Smoothing
  /** Mean squared error of one week ahead over the past, in squared units of a week without season. */
  readonly squaredError: number
}

const WARM_UP_WEEKS = 4

/**
 * Exponential smoothing with a damped additive trend (Gardner & McKenzie 1985, "Forecasting trends in time series",
 * Management Science 31), over a series whose season was divided out: the damped multiplicative Holt-Winters of
 * Hyndman et al. (2008) with the season given. Weeks in which nobody could buy let the trend run on.
 */
export const smooth = (series: WeeklySeries, weights: Smoothing): SmoothedState => {
  const start = mean(seenWeeks(series).slice(0, WARM_UP_WEEKS))
  let level = start
  let trend = 0
  let squares = 0
  let counted = 0
  for (const [week, units] of series.entries()) {
    const expected = level + weights.damping * trend
    if (units === undefined) {
      level = Math.max(0, expected)
      trend *= weights.damping
      continue
    }
    if (week >= WARM_UP_WEEKS) {
      squares += (units - expected) ** 2
      counted += 1
    }
    const before = level
    level = Math.max(0, expected + weights.level * (units - expected))
    trend = weights.damping * trend + weights.trend * (level - before - weights.damping * trend)
  }
  return { level, trend, weights, squaredError: counted === 0 ? start : squares / counted }
}

const GRID: readonly Smoothing[] = [0.05, 0.1, 0.2, 0.35].flatMap((level) => [
  { level, trend: 0, damping: 0.9 },
  { level, trend: 0.1, damping: 0.9 },
])
/** A trend has to earn its place: on noise it fits the past a little better and the future worse. */
const TREND_MUST_SAVE = 0.97

/** The weights that did best one week ahead over the series' own past. */
export const smoothFast = (series: WeeklySeries): SmoothedState => {
  let best: SmoothedState | undefined
  for (const weights of GRID) {
    const state = smooth(series, weights)
    const bar = best && (weights.trend > 0 && best.weights.trend === 0 ? TREND_MUST_SAVE : 1) * best.squaredError
    if (bar === undefined || state.squaredError < bar) best = state
  }
  return best ?? smooth(series, { level: 0.1, trend: 0, damping: 0.9 })
}

/** Units of the nth week ahead (1 is the next), season not yet laid on: level + (φ + … + φⁿ) · trend; never below 0. */
export const weekAhead = ({ level, trend, weights }: SmoothedState, nth: number): number => {
  const { damping } = weights
  const steps = damping === 1 ? nth : (damping * (1 - damping ** nth)) / (1 - damping)
  return Math.max(0, level + steps * trend)
}
