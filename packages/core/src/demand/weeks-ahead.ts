import type { DemandClass } from './classify-demand'
import type { Outlook } from './count-interval'
import { forecastSlow } from './croston'
import { type LaunchCurve, launchedUnits, launchStrength } from './launch'
import { type Season, WEEKS_A_YEAR, weekOfYear } from './season'
import type { SkuDemand } from './sku-demand'
import { type SmoothedState, smoothFast, weekAhead } from './smooth-fast'
import { seenWeeks, spread, sum, type WeeklySeries } from './weekly-series'

export type ForecastMethod = 'sba' | 'tsb' | 'smoothing' | 'launch'

/** What a SKU is expected to sell in the weeks after its series, before its uncertainty is calibrated. */
export type WeeksAhead = {
  readonly demandClass: DemandClass
  readonly method: ForecastMethod
  /** Units of the 1st, 2nd … week ahead. */
  readonly weekly: readonly number[]
  /** Of the nth week alone (1 is the next). */
  week(nth: number): Outlook
  /** Of the first `weeks` weeks together. */
  total(weeks: number): Outlook
}

/** Weeks of a typical SKU that a SKU's own spread has to outweigh. */
const SPREAD_WEIGHT = 26

const deseasoned = ({ units, firstWeek }: SkuDemand, season: Season): WeeklySeries =>
  units.map((sold, nth) => (sold === undefined ? undefined : sold / (season[weekOfYear(firstWeek, nth)] ?? 1)))

const seasonAhead = ({ units, firstWeek }: SkuDemand, season: Season, nth: number): number =>
  season[weekOfYear(firstWeek, units.length + nth - 1)] ?? 1

type Asking = { readonly season: Season; readonly weeks: number; readonly dispersion: number }

/** Intermittent demand. `dispersion`: variance by mean of a typical slow SKU, where the own past is short of sales. */
export const slowAhead = (sku: SkuDemand, { season, weeks, dispersion }: Asking): WeeksAhead => {
  const { method, rate, weights } = forecastSlow(deseasoned(sku, season))
  const recent = seenWeeks(sku.units).slice(-WEEKS_A_YEAR)
  const variance =
    (recent.length * spread(recent, rate) + SPREAD_WEIGHT * rate * dispersion) / (recent.length + SPREAD_WEIGHT)
  const weekly = Array.from({ length: weeks }, (_, nth) => rate * seasonAhead(sku, season, nth + 1))
  // The level itself is known up to variance · α / (2 - α), as in simple exponential smoothing; it errs for every week alike.
  const levelVariance = (variance * weights.timing) / (2 - weights.timing)
  const scale = (units: number, ofWeeks: number) => (rate === 0 ? 0 : units / (rate * ofWeeks))
  return {
    demandClass: 'slow',
    method,
    weekly,
    week: (nth) => {
      const units = weekly[nth - 1] ?? 0
      return { mean: units, variance: (variance + levelVariance) * scale(units, 1) }
    },
    total: (ofWeeks) => {
      const units = sum(weekly.slice(0, ofWeeks))
      return { mean: units, variance: (ofWeeks * variance + ofWeeks ** 2 * levelVariance) * scale(units, ofWeeks) }
    },
  }
}

/** Sum over the first n weeks of what one shock does to them (Hyndman et al. 2008, ch. 6.6: lead-time demand). */
const cumulated = ({ weights: { level, trend, damping } }: SmoothedState, weeks: number): number => {
  let reach = 1
  let total = 0
  let steps = 0
  for (let ahead = 0; ahead < weeks; ahead += 1) {
    total += reach ** 2
    steps += damping ** (ahead + 1)
    reach += level * (1 + trend * steps)
  }
  return total
}

/** What sells most weeks. */
export const fastAhead = (sku: SkuDemand, { season, weeks }: Asking): WeeksAhead => {
  const state = smoothFast(deseasoned(sku, season))
  const indices = Array.from({ length: weeks }, (_, nth) => seasonAhead(sku, season, nth + 1))
  const weekly = indices.map((index, nth) => index * weekAhead(state, nth + 1))
  const one = (nth: number) => {
    const { level, trend, damping } = state.weights
    let steps = 0
    let variance = 1
    for (let ahead = 1; ahead < nth; ahead += 1) {
      steps += damping ** ahead
      variance += (level * (1 + trend * steps)) ** 2
    }
    return state.squaredError * variance
  }
  return {
    demandClass: 'fast',
    method: 'smoothing',
    weekly,
    week: (nth) => ({ mean: weekly[nth - 1] ?? 0, variance: one(nth) * (indices[nth - 1] ?? 1) ** 2 }),
    total: (ofWeeks) => {
      const index = sum(indices.slice(0, ofWeeks)) / ofWeeks
      return {
        mean: sum(weekly.slice(0, ofWeeks)),
        variance: state.squaredError * cumulated(state, ofWeeks) * index ** 2,
      }
    },
  }
}

export type Launching = Asking & {
  readonly curve: LaunchCurve
  /** Of the style, season divided out. */
  readonly style: WeeklySeries
  /** The SKU's share of its style. */
  readonly share: number
}

/** A style of a few weeks: its peers' beginning, as strong as it has shown itself, split by the size curve. */
export const newAhead = (sku: SkuDemand, { season, weeks, dispersion, curve, style, share }: Launching): WeeksAhead => {
  const { strength, relative } = launchStrength(curve, style)
  const weekly = Array.from(
    { length: weeks },
    (_, nth) => strength * share * launchedUnits(curve, sku.units.length + nth) * seasonAhead(sku, season, nth + 1),
  )
  const outlook = (units: number): Outlook => ({
    mean: units,
    variance: units * dispersion + units ** 2 * relative,
  })
  return {
    demandClass: 'new',
    method: 'launch',
    weekly,
    week: (nth) => outlook(weekly[nth - 1] ?? 0),
    total: (ofWeeks) => outlook(sum(weekly.slice(0, ofWeeks))),
  }
}
