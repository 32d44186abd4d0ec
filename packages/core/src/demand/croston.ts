import type { WeeklySeries } from './weekly-series'

/** Weights of the newest observation: of a demand's size, and of the interval or the chance of one. */
export type SlowWeights = { readonly size: number; readonly timing: number }

export const DEFAULT_SLOW_WEIGHTS: SlowWeights = { size: 0.1, timing: 0.1 }

/** Units a week after each week of the series; absent until the first demand was seen. */
type Rates = readonly (number | undefined)[]

/**
 * Croston (1972), "Forecasting and stock control for intermittent demands": sizes and intervals are smoothed apart, at
 * weeks with demand alone; the rate is size / interval. Weeks in which nobody could buy pass without a trace.
 */
export const crostonRates = (series: WeeklySeries, weights = DEFAULT_SLOW_WEIGHTS): Rates => {
  let size: number | undefined
  let interval = 1
  let since = 0
  return series.map((units) => {
    if (units !== undefined) {
      since += 1
      if (units > 0) {
        interval = size === undefined ? since : interval + weights.timing * (since - interval)
        size = size === undefined ? units : size + weights.size * (units - size)
        since = 0
      }
    }
    return size === undefined ? undefined : size / interval
  })
}

/** Syntetos & Boylan (2005): Croston's rate is too high by about 1 / (1 - β/2); this takes the bias out. */
export const sbaRates = (series: WeeklySeries, weights = DEFAULT_SLOW_WEIGHTS): Rates =>
  crostonRates(series, weights).map((rate) => (rate === undefined ? undefined : rate * (1 - weights.timing / 2)))

/**
 * Teunter, Syntetos & Babai (2011), "Intermittent demand: linking forecasting to inventory obsolescence": the chance of
 * demand is smoothed every week, so that what nobody asks for any more fades. It begins at `start`, the share of weeks
 * with demand; what is not known yet is taken from the first weeks.
 */
export const tsbRates = (series: WeeklySeries, weights = DEFAULT_SLOW_WEIGHTS): Rates => {
  let size: number | undefined
  let chance: number | undefined
  let waited = 0
  return series.map((units) => {
    if (units === undefined) return size === undefined ? undefined : (chance ?? 0) * size
    waited += 1
    if (units > 0) {
      chance = chance === undefined ? 1 / waited : chance + weights.timing * (1 - chance)
      size = size === undefined ? units : size + weights.size * (units - size)
    } else if (chance !== undefined) chance += weights.timing * (0 - chance)
    return size === undefined ? undefined : (chance ?? 0) * size
  })
}

export type SlowForecast = {
  readonly method: 'sba' | 'tsb'
  /** Units a week, the same for every week ahead. */
  readonly rate: number
  readonly weights: SlowWeights
}

const CANDIDATES = [0.05, 0.1, 0.2] as const

/** Squared errors of the running sum: single weeks of a slow mover are noise, and their squares favour forecasts of 0. */
const cumulatedError = (series: WeeklySeries, rates: Rates): number => {
  let drift = 0
  let error = 0
  for (const [week, units] of series.entries()) {
    const rate = rates[week - 1]
    if (units === undefined || rate === undefined) continue
    drift += units - rate
    error += drift ** 2
  }
  return error
}

/**
 * The unbiased Croston rate or the one that fades, with the weight whose cumulated errors over the series' own past were
 * smallest (Wallström & Segerstedt 2010: "periods in stock", a bias measure, picks better than squared errors here).
 */
export const forecastSlow = (series: WeeklySeries): SlowForecast => {
  let best: (SlowForecast & { error: number }) | undefined
  for (const timing of CANDIDATES) {
    const weights = { size: timing, timing }
    for (const [method, rates] of [
      ['sba', sbaRates(series, weights)],
      ['tsb', tsbRates(series, weights)],
    ] as const) {
      const error = cumulatedError(series, rates)
      if (best === undefined || error < best.error) best = { method, rate: rates.at(-1) ?? 0, weights, error }
    }
  }
  if (best === undefined) return { method: 'tsb', rate: 0, weights: DEFAULT_SLOW_WEIGHTS }
  const { error: _, ...forecast } = best
  return forecast
}
