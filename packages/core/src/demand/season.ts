import { mean, seenWeeks, type WeeklySeries } from './weekly-series'

export const WEEKS_A_YEAR = 52
/** With less than two years a season cannot be told from a trend. */
const NEEDED_WEEKS = 2 * WEEKS_A_YEAR
/** Weeks to both sides that speak for a week of the year: one promotion is no season. */
const REACH = 2
const BOUNDS = { from: 0.25, to: 4 }

/** How much of an average week sells in each of 52 weeks of the year, by `weekOfYear` 0-51; their mean is 1. */
export type Season = readonly number[]

export const NO_SEASON: Season = Array.from({ length: WEEKS_A_YEAR }, () => 1)

/** `firstWeek`: number of the series' first week since an epoch common to all series. */
export const weekOfYear = (firstWeek: number, nth: number): number =>
  (((firstWeek + nth) % WEEKS_A_YEAR) + WEEKS_A_YEAR) % WEEKS_A_YEAR

/**
 * The season of a whole group of SKUs, by ratio to the centred yearly mean of their summed demand, smoothed over the
 * weeks beside. One SKU's own season drowns in noise; the group's does not (Dekker, van Donselaar & Ouwehand 2004, "How to
 * use aggregation and combined forecasting to improve seasonal demand forecasts", IJPE 90). Absent below two years.
 */
export const seasonOf = (total: WeeklySeries, firstWeek: number): Season | undefined => {
  if (seenWeeks(total).length < NEEDED_WEEKS) return undefined
  const ratios = Array.from({ length: WEEKS_A_YEAR }, (): number[] => [])
  const half = WEEKS_A_YEAR / 2
  for (const [nth, units] of total.entries()) {
    const from = Math.min(Math.max(0, nth - half), Math.max(0, total.length - WEEKS_A_YEAR))
    const year = mean(seenWeeks(total.slice(from, from + WEEKS_A_YEAR)))
    if (units !== undefined && year > 0) ratios[weekOfYear(firstWeek, nth)]?.push(units / year)
  }
  const raw = ratios.map((week) => (week.length === 0 ? 1 : mean(week)))
  const smoothed = raw.map((_, week) =>
    mean(Array.from({ length: 2 * REACH + 1 }, (_, step) => raw[weekOfYear(week, step - REACH)] ?? 1)),
  )
  const average = mean(smoothed)
  return smoothed.map((index) => Math.min(BOUNDS.to, Math.max(BOUNDS.from, average === 0 ? 1 : index / average)))
}
