import { classifyDemand, type DemandClass, NEW_WEEKS } from './classify-demand'
import { LAUNCH_WEEKS, type LaunchCurve, launchCurve } from './launch'
import { NO_SEASON, type Season, seasonOf, weekOfYear } from './season'
import { sizeShares } from './size-curve'
import { type SkuDemand, summed } from './sku-demand'
import { mean, seenWeeks, spread, sum, type WeeklySeries } from './weekly-series'
import { fastAhead, newAhead, slowAhead, type WeeksAhead } from './weeks-ahead'

export type Ahead = { readonly sku: SkuDemand; readonly ahead: WeeksAhead }

type Group = { readonly season: Season; readonly curve: LaunchCurve }
type Style = { readonly skus: readonly SkuDemand[]; readonly firstWeek: number; readonly units: WeeklySeries }

const byKey = <K>(skus: readonly SkuDemand[], keyOf: (sku: SkuDemand) => K): Map<K, SkuDemand[]> => {
  const groups = new Map<K, SkuDemand[]>()
  for (const sku of skus) {
    const group = groups.get(keyOf(sku))
    if (group) group.push(sku)
    else groups.set(keyOf(sku), [sku])
  }
  return groups
}

const withoutSeason = (units: WeeklySeries, firstWeek: number, season: Season): WeeklySeries =>
  units.map((sold, nth) => (sold === undefined ? undefined : sold / (season[weekOfYear(firstWeek, nth)] ?? 1)))

/** Forecasts for all SKUs together: what one cannot say by itself it takes from its style and its group. Pure, in bulk. */
export const forecastAll = (skus: readonly SkuDemand[], weeks: number): readonly Ahead[] => {
  if (skus.length === 0) return []
  const booksFrom = Math.min(...skus.map((sku) => sku.firstWeek))
  const styles = new Map<number, Style>()
  for (const [productId, ofStyle] of byKey(skus, (sku) => sku.productId))
    styles.set(productId, { skus: ofStyle, ...summed(ofStyle) })
  const groups = new Map<string, Group>()
  for (const [name, ofGroup] of byKey(skus, (sku) => sku.group)) {
    const total = summed(ofGroup)
    const season = seasonOf(total.units, total.firstWeek) ?? NO_SEASON
    groups.set(name, { season, curve: curveOf(ofGroup, { styles, booksFrom, season }) })
  }
  const classes = skus.map((sku) => classifyDemand(sku.units))
  const dispersion = dispersionOf(skus, classes)
  return skus.map((sku, nth) => {
    const { season, curve } = groups.get(sku.group) ?? { season: NO_SEASON, curve: launchCurve([]) }
    const asking = { season, weeks, dispersion }
    const demandClass = classes[nth]
    if (demandClass === 'slow') return { sku, ahead: slowAhead(sku, asking) }
    if (demandClass === 'fast') return { sku, ahead: fastAhead(sku, asking) }
    const style = styles.get(sku.productId)
    const shares = sizeShares(
      style?.skus.map((one) => one.curveShare) ?? [1],
      style?.skus.map((one) => sum(seenWeeks(one.units))) ?? [],
    )
    return {
      sku,
      ahead: newAhead(sku, {
        ...asking,
        curve,
        style: withoutSeason(style?.units ?? [], style?.firstWeek ?? 0, season),
        share: shares[style?.skus.indexOf(sku) ?? 0] ?? 0,
      }),
    }
  })
}

/** From the group's styles whose beginning lies within the books; a group that saw none begins as its styles sell now. */
function curveOf(
  group: readonly SkuDemand[],
  { styles, booksFrom, season }: { styles: ReadonlyMap<number, Style>; booksFrom: number; season: Season },
): LaunchCurve {
  const ofGroup = [...new Set(group.map((sku) => sku.productId))].flatMap((productId) => styles.get(productId) ?? [])
  const plain = (style: Style) => withoutSeason(style.units, style.firstWeek, season)
  const begun = ofGroup.filter((style) => style.firstWeek > booksFrom && style.units.length >= NEW_WEEKS)
  if (begun.length > 0) return launchCurve(begun.map((style) => plain(style).slice(0, LAUNCH_WEEKS)))
  const rate = mean(ofGroup.flatMap((style) => seenWeeks(plain(style).slice(-LAUNCH_WEEKS))))
  return { ...launchCurve([]), weekly: [rate] }
}

/** Variance by mean of weekly demand, over all SKUs that move slowly; 1 is Poisson. */
function dispersionOf(skus: readonly SkuDemand[], classes: readonly DemandClass[]): number {
  let variances = 0
  let means = 0
  for (const [nth, sku] of skus.entries()) {
    if (classes[nth] !== 'slow') continue
    const weeks = seenWeeks(sku.units)
    const average = mean(weeks)
    variances += spread(weeks, average)
    means += average
  }
  return means === 0 ? 1 : Math.max(1, variances / means)
}
