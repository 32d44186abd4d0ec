import { DEMAND_CLASSES, type DemandClass } from './classify-demand'
import { COVERAGE, intervalOf, type Outlook } from './count-interval'
import { forecastAll } from './forecast-all'
import { asKnownBefore, type SkuDemand } from './sku-demand'
import { sum } from './weekly-series'

/** By how much variances have to be stretched for a class's intervals to hold what they say. */
export type Stretch = { readonly week: number; readonly total: number }
export type Calibration = Readonly<Record<DemandClass, Stretch>>

export const stretched = ({ mean, variance }: Outlook, by: number): Outlook => ({ mean, variance: variance * by })

const GRID = Array.from({ length: 29 }, (_, nth) => 0.25 * 1.12 ** nth) // 0.25 to 6
/** Past answers below which a class keeps its theoretical width. */
const NEEDED = 40
/** At most so many SKUs a class and cut are asked: the share is known to two percent by then. */
const ASKED = 4_000

type Past = { readonly outlook: Outlook; readonly came: number }

/**
 * Forecasts again from one, two and three horizons ago, of which the outcome is known, and stretches each class's variances until
 * 80 % of its intervals held: split conformal prediction (Vovk, Gammerman & Shafer 2005) with one number a class. So
 * the width owes nothing to a law that demand is believed to follow.
 */
export const calibrate = (skus: readonly SkuDemand[], horizon: number): Calibration => {
  const weekly: Record<DemandClass, Past[]> = { slow: [], fast: [], new: [] }
  const totals: Record<DemandClass, Past[]> = { slow: [], fast: [], new: [] }
  for (const back of [horizon, 2 * horizon, 3 * horizon]) {
    const units = new Map(skus.map((sku) => [sku.variantId, sku.units]))
    for (const { sku, ahead } of forecastAll(asKnownBefore(skus, back), horizon)) {
      const came = units.get(sku.variantId)?.slice(sku.units.length, sku.units.length + horizon) ?? []
      const known = came.filter((week) => week !== undefined)
      if (came.length < horizon || known.length * 2 < horizon) continue
      // What ran out sold well: left out, the rest would look surer than it was. Its unknown weeks went like the known.
      const all = Math.round((sum(known) * horizon) / known.length)
      totals[ahead.demandClass].push({ outlook: ahead.total(horizon), came: all })
      const nth = 1 + (sku.variantId % horizon)
      const week = came[nth - 1]
      if (week !== undefined) weekly[ahead.demandClass].push({ outlook: ahead.week(nth), came: week })
    }
  }
  const ofClass = (name: DemandClass): Stretch => ({ week: stretchFor(weekly[name]), total: stretchFor(totals[name]) })
  const [slow, fast, fresh] = DEMAND_CLASSES.map(ofClass)
  const plain = { week: 1, total: 1 }
  return { slow: slow ?? plain, fast: fast ?? plain, new: fresh ?? plain }
}

/** The stretch under which the share of outcomes inside comes nearest to 80 %. */
export const stretchFor = (past: readonly Past[]): number => {
  // Where nothing is expected no width says anything.
  const told = past.filter(({ outlook }) => outlook.mean > 0)
  if (told.length < NEEDED) return 1
  const step = Math.max(1, Math.floor(told.length / ASKED))
  const asked = told.filter((_, nth) => nth % step === 0)
  // One standard error on the safe side: what is too narrow sells out, what is too wide waits.
  const wanted = COVERAGE + Math.sqrt((COVERAGE * (1 - COVERAGE)) / asked.length)
  let best = { by: 1, off: Number.POSITIVE_INFINITY }
  for (const by of GRID) {
    const inside = asked.filter(({ outlook, came }) => {
      const { low, high } = intervalOf(stretched(outlook, by))
      return came >= low && came <= high
    }).length
    const off = Math.abs(inside / asked.length - wanted)
    if (off < best.off) best = { by, off }
  }
  return best.by
}
