import { isAhead, isSameUnit, layUnits, type SkuStock, type UnitsToCome } from '@selvedge/core'
import type { LiveAvailabilityView } from './availability-view'
import type { VariantStock } from './joined-stock'

/**
 * Live availability with the next unit to come of what cannot be bought now, from memory as well: a card says by when it can
 * be had without another read. Products of which nothing is sold ahead are the same objects as before.
 */
export const withUnits = (view: LiveAvailabilityView, nextOf: UnitsToCome): LiveAvailabilityView => {
  const lay = layUnits(nextOf)
  /** As they were laid last: while the days are the same, so is the object, and the card made of it. */
  const laid = new WeakMap<readonly VariantStock[], readonly VariantStock[]>()
  const layAll = (variants: readonly VariantStock[]): readonly VariantStock[] => {
    const now = variants.map(lay)
    const before = laid.get(variants)
    if (before?.every(({ next }, at) => isSameUnit(next, now[at]?.next))) return before
    laid.set(variants, now)
    return now
  }
  const isStillSo = (shown: SkuStock): boolean => isSameUnit(shown.next, isAhead(shown) ? nextOf(shown.sku) : undefined)
  return {
    ...view,
    ofSkus: async (skus) => (await view.ofSkus(skus)).map(lay),
    ofProducts: async (productIds) => {
      const stock = await view.ofProducts(productIds)
      const ahead = [...stock].filter(([, variants]) => variants.some(isAhead))
      if (ahead.length === 0) return stock
      return new Map([...stock, ...ahead.map(([id, variants]) => [id, layAll(variants)] as const)])
    },
    isCurrent: (shown) => view.isCurrent(shown) && shown.every(isStillSo),
  }
}
