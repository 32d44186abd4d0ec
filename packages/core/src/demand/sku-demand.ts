import type { WeeklySeries } from './weekly-series'

/** What is known of a SKU's demand. Weeks are numbered from an epoch common to all, one after the other. */
export type SkuDemand = {
  readonly variantId: number
  readonly productId: number
  /** SKUs of one group share a season and the way styles begin: the category. */
  readonly group: string
  /** Its share of the style's demand by the kind's size curve; a style's shares sum to 1. */
  readonly curveShare: number
  /** The style's first week on sale, or the first week the books know of. */
  readonly firstWeek: number
  /** From `firstWeek` to the last whole week. */
  readonly units: WeeklySeries
}

/** A style's or a group's weeks: the sum of its SKUs; a week is unknown when it is for most of them. */
export const summed = (skus: readonly SkuDemand[]): { firstWeek: number; units: WeeklySeries } => {
  const firstWeek = Math.min(...skus.map((sku) => sku.firstWeek))
  const length = Math.max(0, ...skus.map((sku) => sku.firstWeek + sku.units.length - firstWeek))
  const units = new Float64Array(length)
  const known = new Uint32Array(length)
  const there = new Uint32Array(length)
  for (const sku of skus) {
    const from = sku.firstWeek - firstWeek
    for (const [nth, sold] of sku.units.entries()) {
      there[from + nth] = (there[from + nth] ?? 0) + 1
      if (sold === undefined) continue
      known[from + nth] = (known[from + nth] ?? 0) + 1
      units[from + nth] = (units[from + nth] ?? 0) + sold
    }
  }
  return {
    firstWeek,
    units: Array.from(units, (sold, nth) => {
      const [all, seen] = [there[nth] ?? 0, known[nth] ?? 0]
      // The unknown ones would have sold like the rest.
      return seen * 2 < all ? undefined : all === 0 ? 0 : (sold * all) / seen
    }),
  }
}

/** The same SKUs as they were known so many weeks ago; those that were not on sale yet are left out. */
export const asKnownBefore = (skus: readonly SkuDemand[], weeks: number): readonly SkuDemand[] =>
  skus.flatMap((sku) => {
    const units = sku.units.slice(0, Math.max(0, sku.units.length - weeks))
    return units.length === 0 ? [] : [{ ...sku, units }]
  })

/**
 * Sales of weeks in which a SKU ran out say how much there was, not how much was wanted. Such a week counts only where it
 * sold at least the mean of the weeks before; else nothing is known of it.
 */
export const withoutStockOuts = (sold: readonly number[], ranOut: readonly boolean[]): WeeklySeries => {
  let seen = 0
  let total = 0
  return sold.map((units, week) => {
    if (ranOut[week] && units * Math.max(1, seen) < total + (seen === 0 ? 1 : 0)) return undefined
    if (ranOut[week] && units === 0) return undefined
    seen += 1
    total += units
    return units
  })
}
