import type { UnitsToCome } from '../supply/unit-to-come'
import type { SkuStock } from './messages'

/** Whether a SKU cannot be bought now and more of it may be promised. */
export const isAhead = ({ available, future = 0 }: Pick<SkuStock, 'available' | 'future'>): boolean =>
  available <= 0 && future > 0

/** Lays the next unit to come over the stock of a SKU that cannot be bought now. */
export const layUnits =
  (nextOf: UnitsToCome) =>
  <Stock extends SkuStock>(stock: Stock): Stock => {
    const next = isAhead(stock) ? nextOf(stock.sku) : undefined
    return next === undefined ? stock : { ...stock, next }
  }
