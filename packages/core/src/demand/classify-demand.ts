import { mean, seenWeeks, spread, type WeeklySeries } from './weekly-series'

export const DEMAND_CLASSES = ['slow', 'fast', 'new'] as const
export type DemandClass = (typeof DEMAND_CLASSES)[number]

/** Weeks on sale below which a style's own past says too little. */
export const NEW_WEEKS = 8
/** Mean weeks between sales from which a SKU moves slowly. */
const SLOW_INTERVAL = 1.32
/** Squared coefficient of variation of the sizes of demand from which they are uneven. */
const UNEVEN = 0.49

export type DemandPattern = 'smooth' | 'erratic' | 'intermittent' | 'lumpy'

/** `interval`: mean weeks between weeks with demand (ADI). `unevenness`: squared coefficient of variation (CV²). */
export type DemandShape = { readonly interval: number; readonly unevenness: number; readonly pattern: DemandPattern }

/**
 * The shape of a demand series by its mean interval and the unevenness of its sizes, with the cut-offs 1.32 and 0.49 of
 * Syntetos, Boylan & Croston (2005), "On the categorization of demand patterns", JORS 56. No demand at all is intermittent.
 */
export const shapeOf = (series: WeeklySeries): DemandShape => {
  const weeks = seenWeeks(series)
  const sizes = weeks.filter((units) => units > 0)
  const average = mean(sizes)
  const interval = sizes.length === 0 ? Number.POSITIVE_INFINITY : weeks.length / sizes.length
  const unevenness = average === 0 ? 0 : spread(sizes, average) / average ** 2
  const isSlow = interval >= SLOW_INTERVAL
  const isUneven = unevenness >= UNEVEN
  return {
    interval,
    unevenness,
    pattern: isSlow ? (isUneven ? 'lumpy' : 'intermittent') : isUneven ? 'erratic' : 'smooth',
  }
}

/** Which family of forecasts fits: by age first, then by how often it sells. */
export const classifyDemand = (series: WeeklySeries): DemandClass => {
  if (series.length < NEW_WEEKS) return 'new'
  return shapeOf(series).interval >= SLOW_INTERVAL ? 'slow' : 'fast'
}
