import type { ForecastRow } from '@selvedge/core'

/** SKUs shown at once, the most urgent first. */
export const FORECAST_ROWS = 100

export const CLASS_WORDS: Readonly<Record<ForecastRow['demandClass'], string>> = {
  slow: 'Now and then',
  fast: 'Most weeks',
  new: 'New',
}

export const METHOD_WORDS: Readonly<Record<ForecastRow['method'], string>> = {
  sba: 'Croston without bias (Syntetos-Boylan)',
  tsb: 'Fading chance of a sale (Teunter-Syntetos-Babai)',
  smoothing: 'Smoothing with damped trend and season',
  launch: 'How its peers began, split by the size curve',
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** `2026-12-01` as `1 Dec`. */
export const dayWords = (on: string): string => day.format(new Date(`${on}T00:00:00Z`))

/** One decimal where it says something. */
export const unitsWords = (units: number): string => (units >= 10 ? units.toFixed(0) : units.toFixed(1))
